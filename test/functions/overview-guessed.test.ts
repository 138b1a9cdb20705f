/** Attempts with tokens of no activity: they are nobody's platform's, so the province alone is told how many. */
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { createFunction } from '../../cloudfunctions/confirm/create-function'
import { evaluatedWorld, eventOn } from './evaluating'
import { host } from './harness'

const { everything, clock, standing, push } = evaluatedWorld()
const confirm = host(everything, 'confirm', (dependencies) =>
  createFunction(dependencies, previewPicture('http://127.0.0.1:8787/')),
)
const guessed = async (who: '省平台' | '小陈' = '省平台') =>
  (await standing(who).call('overview', {})).guessed
beforeEach(() => (clock.now = new Date('2023-05-17T02:00:00Z')))

it('are none while nobody guesses, whatever is refused at activities', async () => {
  const { id } = await push(eventOn('2023-05-17'))
  const { token } = await confirm('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
  await confirm('阿丽').call('revokeCodes', { activityId: id, token })
  expect((await confirm('路人').refused('open', { token })).code).toBe('TOKEN_REVOKED')
  expect(await guessed()).toBe(0)
})

it('are counted for a week, without what has not even the form of a request', async () => {
  const pressedAt = clock.now.toISOString()
  await confirm('路人').refused('open', { token: 'GUESSEDBYSOMEBODYXYZ' })
  await confirm('路人').refused('confirm', { token: 'GUESSEDBYSOMEBODYXYZ', pressedAt })
  await confirm('路人').refused('open', { token: "x' or 1=1" })
  expect(await guessed()).toBe(2)
  clock.now = new Date('2023-05-24T02:00:00Z')
  expect(await guessed()).toBe(2)
  clock.now = new Date('2023-05-24T02:00:01Z')
  expect(await guessed()).toBe(0)
})

it('are not told to the reviewer of one area', async () => {
  expect(await guessed('小陈')).toBeNull()
})
