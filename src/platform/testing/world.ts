import { createHmac } from 'node:crypto'
import type { Post, Role } from '../../kernel/actor.ts'
import { type Area, directoryOf, type Place, type Unit } from '../../kernel/directory.ts'
import type { World } from '../../kernel/world.ts'
import type { Keys } from '../asking/types.ts'

/** A city of one street, with a desk, a department, another street's office and a supervisor. */
export const city = 5301
export const place: Place = {
  city,
  district: 530_102,
  street: 530_102_001,
  community: 530_102_001_001,
}
export const desk = 1
export const department = 2
export const otherDepartment = 3
export const supervisor = 4

const areas: readonly Area[] = [
  { code: 5301, level: 'city', type: 'city', name: '春城市' },
  { code: 530_102, level: 'district', type: 'district', name: '东区', parent: 5301 },
  { code: 530_102_001, level: 'street', type: 'street', name: '河口街道', parent: 530_102 },
  {
    code: 530_102_001_001,
    level: 'community',
    type: 'community',
    name: '桥头社区',
    parent: 530_102_001,
  },
]

const units: readonly Unit[] = [
  unit(desk, '派单中心', { type: 'centre', functions: ['dispatch'] }),
  unit(department, '城管局', { type: 'department', functions: [] }),
  unit(otherDepartment, '水务局', { type: 'department', functions: [] }),
  unit(supervisor, '督查室', { type: 'office', functions: ['supervise'] }),
]

export const world: World = {
  directory: directoryOf(areas, units),
  calendar: {
    publishedYears: [2026],
    daysOff: [],
    workedWeekends: [],
    hours: [{ from: '09:00', to: '17:00' }],
    fixedHolidays: [],
    version: 'test',
  },
  practices: [],
  parameters: {
    'matter.limit': [{ from: 0, version: '1', value: { qty: 2, unit: 'hour' } }],
    'matter.party': [{ from: 0, version: '1', value: { qty: 1, unit: 'hour' } }],
  },
}

export function postIn(unitId: number, role: Role = 'clerk'): Post {
  const tail = String(unitId).padStart(12, '0')
  return {
    id: `00000000-0000-4000-8000-${tail}`,
    person: `00000000-0000-4000-9000-${tail}`,
    unit: unitId,
    role,
  }
}

/** Keys that hide nothing from a test. */
export const keys: Keys = {
  digest: (text) => createHmac('sm3', 'test').update(text).digest('base64url'),
  seal: (text) => Buffer.from(Buffer.from(text).toReversed()),
  open: (sealed) => Buffer.from(sealed.toReversed()).toString(),
  index: (text) => createHmac('sm3', 'index').update(text).digest(),
  sealWords: (id, text) => `${id}|${backwards(text)}`,
  openWords: (id, stored) =>
    stored.startsWith(`${id}|`) ? backwards(stored.slice(id.length + 1)) : stored,
  isCurrent: () => true,
}

function backwards(text: string): string {
  return Array.from(text).toReversed().join('')
}

function unit(id: number, name: string, at: { type: string; functions: readonly string[] }): Unit {
  return { id, name, area: city, ...at }
}
