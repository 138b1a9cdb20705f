import { photoStates, reasonsOf } from '../../src/components/photo-grid/states'
import type { KeptPhoto } from '../../src/phone/photos'

const kept = (id: string, attached = false): [string, KeptPhoto] => [
  id,
  {
    photo: { id, sha256: 'a'.repeat(64), size: 1 },
    recordId: 'r',
    takenAt: '2023-05-11T02:00:00Z',
    fileId: null,
    attached,
  },
]
const state = {
  photos: new Map([kept('waits'), kept('sends'), kept('there', true), kept('fails'), kept('lost')]),
  uploading: 'sends',
  failures: new Map([
    ['fails', '没有网络。'],
    ['lost', '手机里找不到这张照片,请删除后重新添加。'],
    ['sends', '没有网络。'],
  ]),
}

test('each photo says how far it is, and one that failed says why and can be tried again', () => {
  expect(photoStates(['waits', 'sends', 'there', 'fails', 'lost'], state, null)).toEqual([
    { id: 'waits', note: '待上传' },
    { id: 'sends', note: '上传中' },
    { id: 'there', note: '已上传' },
    { id: 'fails', note: '点此重传', reason: '没有网络。' },
    { id: 'lost', note: '点此重传', reason: '手机里找不到这张照片,请删除后重新添加。' },
  ])
})

test('of a photo of another phone it is said when it has not arrived; one that neither has is lost', () => {
  expect(photoStates(['elsewhere', 'arrived'], state, ['elsewhere'])).toEqual([
    { id: 'elsewhere', note: '待上传' },
    { id: 'arrived' },
  ])
  expect(photoStates(['elsewhere'], state, null)[0]?.reason).toContain('请删除后重新添加')
})

test('a reason is said once for all photos that it is true of', () => {
  const states = [
    { id: 'a', reason: '没有网络。' },
    { id: 'b', note: '待上传' },
    { id: 'c', reason: '没有网络。' },
  ]
  expect(reasonsOf(states)).toEqual(['照片 1、3:没有网络。'])
})
