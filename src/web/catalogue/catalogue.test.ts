import { expect, test } from 'vitest'
import { type Catalogue, type CatalogueKind, groupsOf } from './catalogue.ts'

const catalogue: Catalogue = {
  groups: [
    { name: 'b', label: '街道体制' },
    { name: 'a', label: '四级联动' },
  ],
  kinds: [
    kind('walk', 'a', '走访'),
    kind('duty', 'b', '履职清单'),
    kind('meeting', 'a', '联席会议'),
    kind('odd', 'z', '其他一件'),
  ],
}

test('kinds stand under their groups, in the groups’ order, and none is lost', () => {
  expect(groupsOf(catalogue, '').map(({ label, kinds }) => [label, kinds.length])).toEqual([
    ['街道体制', 1],
    ['四级联动', 2],
    ['其他', 1],
  ])
})

test('words find kinds by name, by what they are for and by what can be begun', () => {
  const names = (typed: string) =>
    groupsOf(catalogue, typed).flatMap(({ kinds }) => kinds.map(({ label }) => label))
  expect(names('联席')).toEqual(['联席会议'])
  expect(names('新建走访')).toEqual(['走访'])
  expect(names('走访 用于')).toEqual(['走访'])
  expect(names('没有的')).toEqual([])
})

function kind(name: string, group: string, label: string): CatalogueKind {
  return {
    kind: name,
    label,
    about: `用于${label}`,
    group,
    off: false,
    starts: [{ kind: name, command: 'start', label: `新建${label}` }],
    open: 0,
    waiting: 0,
  }
}
