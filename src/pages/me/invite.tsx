/** 邀请: a one-time code for a colleague, with a role and an expiry. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, copyText } from '../../phone'
import Chips from '../../components/chips'
import FieldRow from '../../components/field-row'
import { momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf } from '../../components/page-frame'
import PlatformPick from '../../components/platform-pick'
import SectionCard from '../../components/section-card'
import Sheet from '../../components/sheet'
import { roleTitles, type Membership, type Output, type Platform } from '../../shared/contract'

type Invited = 'staff' | 'manager' | 'reviewer'
const DAYS = 7

export default function Invite({ membership }: { membership: Membership }) {
  const [open, setOpen] = useState(false)
  const [role, setRole] = useState<Invited>('staff')
  const [platform, setPlatform] = useState<Platform | null>(membership.platform)
  const [picking, setPicking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const [made, setMade] = useState<Output<'session', 'invite'> | null>(null)
  const province = membership.role === 'province'
  const roles: Invited[] = province ? ['staff', 'manager', 'reviewer'] : ['staff', 'manager']

  const invite = async () => {
    if (!platform) return
    setBusy(true)
    setError('')
    try {
      const reviewer = role === 'reviewer'
      const input = {
        role,
        platformId: reviewer ? null : platform.id,
        areaCode: reviewer ? platform.areaCode : null,
        days: DAYS,
      }
      setMade(await call('session', 'invite', input))
    } catch (thrown) {
      setError(failureOf(thrown).text)
    } finally {
      setBusy(false)
    }
  }
  const start = () => {
    setMade(null)
    setOpen(true)
  }

  return (
    <SectionCard>
      <ListRow title="邀请" note="发一个一次性邀请码" onTap={start} />
      <Sheet
        title={made ? '邀请码' : '邀请'}
        visible={open}
        onClose={() => setOpen(false)}
        action={made ? '复制邀请码' : '生成邀请码'}
        busy={busy}
        disabled={!platform}
        onAction={() => (made ? void copyText(made.code) : void invite())}
      >
        {made ? (
          <View className="me-code-box">
            <View className="me-code">{made.code}</View>
            <View className="me-quiet">
              {roleTitles[role]} · {platform?.name},{momentText(made.expiresAt)} 前有效,只能用一次
            </View>
          </View>
        ) : (
          <>
            <FieldRow label="身份" stacked>
              <Chips
                label="身份"
                options={roles.map((value) => ({ value, title: roleTitles[value] }))}
                value={role}
                onChange={setRole}
              />
            </FieldRow>
            <FieldRow
              label={role === 'reviewer' ? '审核地区' : '平台'}
              onTap={province ? () => setPicking((now) => !now) : undefined}
            >
              {platform?.name ?? '请选择'}
            </FieldRow>
            {picking && (
              <PlatformPick
                onPick={(next) => {
                  setPlatform(next)
                  setPicking(false)
                }}
              />
            )}
            {error !== '' && <View className="me-failure">{error}</View>}
          </>
        )}
      </Sheet>
    </SectionCard>
  )
}
