import { membershipTitle } from '../../src/components/words'
import { noPlatformWords } from '../../src/components/no-platform/words'
import { roles } from '../../src/shared/contract'

const platform = (name: string, areaCode: string) => ({ id: name, name, areaCode, tier: 'city' as const })
const reviewer = { id: 'm', role: 'reviewer', platform: null, areaCode: '430100' } as const

describe('for whom a person works', () => {
  test('is their platform by its name', () => {
    const membership = {
      ...reviewer,
      role: 'manager',
      platform: platform('浏阳市窗口平台', '430181'),
    } as const
    expect(membershipTitle(membership)).toBe('平台负责人 · 浏阳市窗口平台')
  })
  test('is, of a reviewer, the platforms of their area and no others, and never a number of six digits', () => {
    const some = [
      platform('浏阳市窗口平台', '430181'),
      platform('长沙市窗口平台', '430100'),
      platform('株洲市窗口平台', '430200'),
    ]
    expect(membershipTitle(reviewer, some)).toBe('审核人 · 长沙市窗口平台等 2 个平台')
    expect(membershipTitle(reviewer, some.slice(0, 1))).toBe('审核人 · 浏阳市窗口平台')
    expect(membershipTitle(reviewer)).toBe('审核人')
  })
})

test('whoever has no platform is told something to do that is theirs', () => {
  const told = Object.fromEntries(roles.map((role) => [role, noPlatformWords(role).action]))
  expect(told).toMatchObject({ reviewer: '去审核', province: '去审核', enterprise: '打开“我的”' })
  expect(noPlatformWords(null).action).toBe('输入邀请码')
})
