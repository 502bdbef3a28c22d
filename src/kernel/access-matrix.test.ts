import { expect, it } from 'vitest'
import { accessOf, waysOf } from './access-matrix.ts'
import { defineKind } from './kind.ts'

const kind = defineKind({
  name: 'matter',
  label: '事项',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的事项',
  fields: {
    title: { type: 'text', label: '标题' },
    lead: { type: 'unit', label: '承办单位' },
    against: { type: 'unit', label: '被反映单位' },
    phone: { type: 'contact', label: '联系人', seenBy: ['lead'] },
  },
  title: 'title',
  relations: {
    lead: { label: '承办负责人', roles: ['head'], is: { seat: 'lead' } },
    desk: { label: '派单', is: { function: 'dispatch', over: 'place' } },
    admin: { label: '系统管理员', roles: ['admin'], is: { anyone: 'post' } },
  },
  see: ['lead', 'desk'],
  reveal: ['lead'],
  seats: { lead: { label: '承办单位', is: { field: 'lead' } } },
  responsible: 'lead',
  complainedOf: 'against',
  starts: { open: { label: '登记', by: ['desk'], records: 'Opened', says: '登记', to: 'open' } },
  states: {
    open: {
      label: '办理中',
      is: 'working',
      expects: [{ seat: 'lead', command: 'close' }],
      commands: {
        close: { label: '办结', by: ['lead'], records: 'Closed', says: '办结', to: 'closed' },
        late: { label: '超时', by: ['clock'], records: 'RanLate', says: '超时' },
        repair: { label: '维护', by: ['admin'], records: 'Repaired', says: '维护' },
      },
    },
    closed: { label: '办结', is: 'end' },
  },
  rules: {},
})

const access = accessOf(kind, { functionName: () => '派单', typeName: (name) => name })

function mayDo(command: string) {
  const row = access.rows.find((one) => one.command === command)
  if (row === undefined) throw new Error(`no ${command}`)
  return (role: Parameters<typeof waysOf>[2]) => waysOf(access, row, role).length > 0
}

it('a role that no relation of a command takes may never ask it', () => {
  expect([mayDo('close')('head'), mayDo('close')('clerk')]).toEqual([true, false])
  expect([mayDo('reveal')('head'), mayDo('reveal')('dispatcher')]).toEqual([true, false])
})

it('an administrator may only what names their role', () => {
  expect([mayDo('open')('clerk'), mayDo('open')('admin')]).toEqual([true, false])
  expect([mayDo('repair')('admin'), mayDo('repair')('security')]).toEqual([true, false])
})

it('nobody may what only a clock asks', () => {
  expect([mayDo('late')('head'), mayDo('late')('admin')]).toEqual([false, false])
})

it('that only a named person stands so is told in words', () => {
  const own = defineKind({
    ...kind,
    fields: { ...kind.fields, person: { type: 'post', label: '本人（岗位）' } },
    relations: {
      ...kind.relations,
      lead: { label: '本人', is: { seat: 'lead', post: 'person' } },
    },
  })
  const { relations } = accessOf(own, { functionName: () => '派单', typeName: (name) => name })
  expect(relations.find(({ name }) => name === 'lead')?.means).toBe(
    '本单位是记录里写明的“承办单位”；记录里写明“本人（岗位）”的，只限这个岗位上的本人，接任的人看不到',
  )
})

it('what makes somebody stand so is told in words, with who is kept out and what is hidden', () => {
  const means = Object.fromEntries(access.relations.map(({ name, means: words }) => [name, words]))
  expect(means['lead']).toBe('本单位是记录里写明的“承办单位”')
  expect(means['desk']).toBe('本单位承担“派单”职能，且所在地区包含这条记录的所在地')
  expect(access.keptOut).toBe('被反映单位')
  expect(access.hidden).toEqual([{ label: '联系人', seenBy: ['lead'] }])
})

it('a command that more than one state offers to the same people is told once', () => {
  expect(access.rows.filter(({ command }) => command === 'take')).toHaveLength(1)
  expect(access.rows.find(({ command }) => command === 'reveal')?.states).toHaveLength(2)
})
