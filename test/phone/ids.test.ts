import { createHash } from 'node:crypto'
import { hashOfRecord, mixedBytes, newId, sha256Hex } from '../../src/phone/ids'
import { hashedText } from '../../src/shared/records'
import { activity } from './world'

describe('ids and hashes', () => {
  it('never gives an id twice, and later ids sort after earlier ones', () => {
    const ids = Array.from({ length: 500 }, (_, index) => newId(1_683_770_400_000 + index))
    expect(new Set(ids).size).toBe(500)
    expect([...ids].sort()).toEqual(ids)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('has random bytes that differ even where the phone has no source of its own', () => {
    const seen = new Set(Array.from({ length: 200 }, () => Buffer.from(mixedBytes(40)).toString('hex')))
    expect(seen.size).toBe(200)
    expect(mixedBytes(40)).toHaveLength(40)
  })

  it('hashes as the server does, whatever the order of the members', () => {
    const payload = activity({ title: '“一起益企”𠮷' })
    const { kind, ...others } = payload
    const server = createHash('sha256').update(hashedText('liuyang', payload)).digest('hex')
    expect(hashOfRecord('liuyang', payload)).toBe(server)
    expect(hashOfRecord('liuyang', { ...others, kind })).toBe(server)
    expect(hashOfRecord('changsha', payload)).not.toBe(server)
    expect(sha256Hex(new Uint8Array([1, 2, 3]))).toBe(
      createHash('sha256')
        .update(Buffer.from([1, 2, 3]))
        .digest('hex'),
    )
  })
})
