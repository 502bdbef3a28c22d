import { expect, test } from 'vitest'
import {
  type ChainTask,
  countOf,
  isLacking,
  kindsOf,
  levelsBelow,
  levelsFrom,
  listPath,
  placed,
} from './picture.ts'

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

test('a chain begins with the level of its top', () => {
  expect(levelsFrom(task('district'))).toEqual(['district', 'street', 'community'])
  expect(placed(task('street', task('community'))).map(({ column }) => column)).toEqual([1, 2])
})

test('R027 a level lacks an institution that it never used; a community has nobody below it', () => {
  const count = (kind: string, n: number) => ({
    kind,
    label: kind,
    late: 0,
    states: n === 0 ? [] : [{ state: 'closed', label: '已查收', is: 'end' as const, n }],
  })
  const kinds = [count('level-task', 0), count('dispatch-round', 0), count('effect-check', 1)]
  expect(kinds.filter(isLacking).map(({ kind }) => kind)).toEqual(['dispatch-round'])
  expect(kindsOf({ level: 'street', kinds })).toHaveLength(3)
  expect(kindsOf({ level: 'community', kinds }).map(({ kind }) => kind)).toEqual(['level-task'])
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
