import { type Context, defineKind } from '../../kernel/kind.ts'
import { basis, bodyFields as fields } from './street-org-setup/fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const mapping = { duty: fields.duty, alsoServes: fields.alsoServes } as const

const map = {
  label: '对应职责事项',
  by: ['keeper', 'street'],
  input: mapping,
  requires: ['servesADuty'],
  records: 'BodyMapped',
  says: '承担职责事项 {duty}',
  keeps: ['duty', 'alsoServes'],
} as const

const abolish = {
  label: '撤销',
  by: ['keeper'],
  input: { reason: fields.reason },
  records: 'BodyAbolished',
  says: '撤销：{reason}',
  keeps: ['reason'],
  to: 'abolished',
  tells: ['holder'],
  grave: true,
} as const

/** An office or centre inside a street, and the duties of the street's own list that it carries. */
export const internalBody = defineKind({
  name: 'internal-body',
  label: '街道内设机构',
  group: 'street-mandate',
  systems: ['street-org-setup'],
  version: 1,
  about: '街道的内设办公室和中心，每个写明承担的职责清单事项。',
  fields,
  title: 'name',
  slots: { k1: 'setup', k2: 'sort', k3: 'area', n1: 'holder', n2: 'unit' },
  relations: {
    keeper: {
      label: '编制部门',
      roles: ['arbiter', 'head', 'clerk'],
      is: { function: 'ruling', over: 'place' },
    },
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { holder: { label: '街道', is: { field: 'holder' } } },
  responsible: 'holder',
  starts: {
    add: {
      label: '列内设机构',
      by: ['keeper', 'street'],
      input: {
        setup: fields.setup,
        name: fields.name,
        sort: fields.sort,
        area: fields.area,
        ...mapping,
        unit: fields.unit,
        posts: fields.posts,
      },
      requires: ['belongsToTheStreet', 'servesADutyOnceSetUp'],
      records: 'BodyAdded',
      says: '列入{name}',
      keeps: ['setup', 'name', 'sort', 'area', 'duty', 'alsoServes', 'unit', 'posts'],
      sets: ['takesTemplate'],
      moves: [{ to: 'inPlace', when: 'isSetUp' }],
      to: 'planned',
    },
  },
  states: {
    planned: {
      label: '筹划中',
      is: 'resting',
      step: 1,
      commands: {
        map,
        abolish,
        begin: {
          label: '设立',
          by: ['effect'],
          records: 'BodyBegun',
          says: '随统筹设置完成设立',
          to: 'inPlace',
        },
      },
    },
    inPlace: { label: '已设立', is: 'resting', step: 2, commands: { map, abolish } },
    abolished: { label: '已撤销', is: 'end', step: 3 },
  },
  countedBy: 'area',
  facts: {
    setup: {
      kind: 'street-org-setup',
      where: { id: { input: 'setup' } },
      states: ['planning', 'setUp'],
      want: 'first',
    },
    duty: {
      kind: 'duty-item',
      where: { id: { input: 'duty' } },
      states: ['inForce'],
      want: 'first',
    },
  },
  rules: {
    belongsToTheStreet: {
      says: '机构要列在本街道的机构设置里',
      instead: '请先筹划本街道的机构设置',
      basis,
      input: true,
      facts: ['setup'],
      holds: ({ facts, record, world }) => {
        const holder = facts['setup']?.rows[0]?.fields['holder']
        const unit = typeof holder === 'number' ? world.directory.units.get(holder) : undefined
        return unit !== undefined && unit.area === record.place.street
      },
    },
    servesADutyOnceSetUp: {
      id: 'R111',
      says: '机构设置已经完成，新列的机构要写明承担的职责事项（向下对应）',
      basis,
      input: true,
      facts: ['setup', 'duty'],
      holds: (context) => !isSetUp(context) || servesADuty(context),
    },
    servesADuty: {
      id: 'R111',
      says: '内设机构至少对应一项职责清单里生效的事项，上级收回的不算',
      basis,
      input: true,
      facts: ['duty'],
      holds: servesADuty,
    },
    isSetUp: {
      says: '机构设置还没有完成',
      basis,
      facts: ['setup'],
      holds: isSetUp,
    },
  },
  setters: {
    takesTemplate: ({ facts }) => {
      const setup = facts['setup']?.rows[0]?.fields ?? {}
      return {
        fields: { template: setup['template'] ?? null, holder: setup['holder'] ?? null },
      }
    },
  },
  claims: { name: { label: '同一套机构里的名称', fields: ['setup', 'name'], while: 'open' } },
  counters: {
    inPlace: { label: '已设立机构', cohort: ({ state }) => state === 'inPlace' },
    fiveThreeOffices: counter('五办三中心的办公室', 'office'),
    fiveThreeCentres: counter('五办三中心的中心', 'centre'),
  },
})

function isSetUp({ facts }: Context): boolean {
  return facts['setup']?.rows[0]?.state === 'setUp'
}

function servesADuty({ facts }: Context): boolean {
  const duty = facts['duty']?.rows[0]
  return duty !== undefined && duty.fields['type'] !== 'withdrawn'
}

function counter(label: string, sort: string) {
  return {
    label,
    cohort: ({ state, fields: own }: Pick<Context['record'], 'state' | 'fields'>) =>
      state === 'inPlace' && own['template'] === 'fiveThree' && own['sort'] === sort,
  }
}
