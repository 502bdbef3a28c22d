import { expect, test } from 'vitest'
import { type ChainTask, countOf, levelsBelow, listPath, placed } from './picture.ts'

const task = (level: string, ...parts: readonly ChainTask[]): ChainTask => ({
  id: level,
  title: '任务',
  level,
  holder: '单位',
  progress: 0,
  done: false,
  late: false,
  parts,
})

test('parts stand right of the task they come from, each with rows of its own', () => {
  const tree = task('city', task('district', task('street'), task('street')), task('district'))
  expect(placed(tree).map(({ column, row, rows }) => [column, row, rows])).toEqual([
    [1, 1, 3],
    [2, 1, 2],
    [3, 1, 1],
    [3, 2, 1],
    [2, 3, 1],
  ])
})

test('a street sees itself and its communities', () => {
  expect(levelsBelow('street')).toEqual(['street', 'community'])
})

test('what is over is not counted as standing', () => {
  const states = [
    { state: 'a', label: '在办', is: 'working', n: 2 },
    { state: 'b', label: '停放', is: 'resting', n: 3 },
    { state: 'c', label: '结束', is: 'end', n: 5 },
  ] as const
  expect(countOf({ kind: 'k', label: '类', late: 0, states })).toBe(5)
})

test('the list behind a number carries the same filters', () => {
  expect(listPath('level-task', { 'f.level': 'city', late: '1', area: undefined })).toBe(
    '/k/level-task?f.level=city&late=1',
  )
})
