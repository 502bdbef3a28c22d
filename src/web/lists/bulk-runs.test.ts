import { expect, test } from 'vitest'
import { errorFrom } from '../api/api-error.ts'
import { type BulkAnswer, type BulkJob, type BulkTarget, makeBulkRuns } from './bulk-runs.ts'

const targets: readonly BulkTarget[] = Array.from({ length: 23 }, (_, at) => ({
  kind: 'visit',
  id: `r${at}`,
}))
const job: BulkJob = { command: 'sign', label: '签收', targets, data: {}, ask: 'a' }

test('many are worked on a few at a time, and what was refused is kept with its reason', async () => {
  const sent: number[] = []
  const runs = makeBulkRuns(
    async (_, some): Promise<BulkAnswer> => {
      sent.push(some.length)
      const refused = some
        .filter(({ id }) => id === 'r3' || id === 'r21')
        .map(({ id }) => ({ id, number: id, says: '已经签收' }))
      return { done: some.length - refused.length, refused }
    },
    () => undefined,
  )
  const seen: number[] = []
  runs.watch(() => seen.push(runs.current('visit')?.answered ?? -1))
  await runs.start('visit', job)
  expect(sent).toEqual([10, 10, 3])
  expect(seen).toEqual([0, 10, 20, 23])
  expect(runs.current('visit')).toMatchObject({
    is: 'finished',
    done: 21,
    refused: [{ id: 'r3', says: '已经签收' }, { id: 'r21' }],
  })
  runs.forget('visit')
  expect(runs.current('visit')).toBeUndefined()
})

test('what an error broke off is gone on with where it stood, under the same id', async () => {
  const asks: string[] = []
  let isAway = false
  const runs = makeBulkRuns(
    async ({ ask }, some) => {
      asks.push(`${ask}:${some[0]?.id ?? ''}`)
      if (some[0]?.id === 'r10') isAway = !isAway
      if (isAway) throw errorFrom(0, undefined)
      return { done: some.length, refused: [] }
    },
    () => undefined,
  )
  await runs.start('visit', job)
  expect(runs.current('visit')).toMatchObject({ is: 'stopped', answered: 10, done: 10 })
  await runs.resume('visit')
  expect(asks).toEqual(['a:r0', 'a:r10', 'a:r10', 'a:r20'])
  expect(runs.current('visit')).toMatchObject({ is: 'finished', done: 23 })
})
