import { isGiven } from '../../../kernel/field.ts'
import { type Command, type Context, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { streetOf } from '../reading.ts'
import { basis, fields } from './fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const dissolve: Command = {
  label: '作废',
  by: ['keeper'],
  input: { reason: fields.reason },
  records: 'SetupDropped',
  says: '作废：{reason}',
  keeps: ['reason'],
  to: 'dropped',
  tells: ['holder'],
  grave: true,
}

/**
 * 统筹设置街道内设机构: a street's offices set up as one from a template. It is done only when every
 * body carries a duty of the street's own list, so that offices answer downwards and not to one
 * department above.
 */
export const streetOrgSetup = defineKind({
  name: 'street-org-setup',
  label: '街道内设机构设置',
  group: 'street-mandate',
  systems: ['street-org-setup'],
  version: 1,
  about: '按综合性机构、五办三中心或本市自定模式统筹设置街道内设机构，每个机构对应职责事项。',
  fields,
  title: 'name',
  slots: { k1: 'template', k2: 'document', n1: 'holder', t1: 'setUpOn' },
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
  seats: {
    keeper: { label: '编制部门', is: { function: 'ruling' } },
    holder: { label: '街道', is: { field: 'holder' } },
  },
  responsible: 'holder',
  starts: {
    plan: {
      label: '筹划机构设置',
      by: ['keeper', 'street'],
      input: { template: fields.template },
      requires: ['isAStreet'],
      records: 'SetupPlanned',
      says: '按{template}筹划内设机构',
      keeps: ['template'],
      sets: ['seatsStreet'],
      to: 'planning',
      tells: ['holder', 'keeper'],
    },
  },
  states: {
    planning: {
      label: '筹划中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'keeper', command: 'complete', clock: 'setUp' }],
      commands: {
        complete: {
          label: '统筹设置完成',
          by: ['keeper'],
          input: { document: fields.document, setUpOn: fields.setUpOn },
          requires: ['fitsTheTemplate', 'everyBodyServesADuty'],
          records: 'SetupCompleted',
          says: '{document} 统筹设置完成，{setUpOn} 起',
          keeps: ['document', 'setUpOn'],
          facts: ['bodies'],
          effects: ['beginsBodies'],
          to: 'setUp',
          tells: ['holder'],
        },
        changeTemplate: {
          label: '换模式',
          by: ['keeper', 'street'],
          input: { template: fields.template },
          requires: ['hasNoBodies'],
          records: 'TemplateChanged',
          says: '改按{template}',
          keeps: ['template'],
        },
        noteLate: {
          label: '设置超时',
          by: ['clock'],
          records: 'SetupRanLate',
          says: '超过统筹设置时限',
          tells: ['keeper', 'holder'],
        },
        dissolve,
      },
    },
    setUp: { label: '已统筹设置', is: 'resting', step: 2, commands: { dissolve } },
    dropped: { label: '已作废', is: 'end', step: 3 },
  },
  clocks: {
    setUp: {
      label: '统筹设置',
      stages: [{ limit: { parameter: 'setup.complete' }, asks: 'noteLate' }],
      runs: ['planning'],
      basis,
    },
  },
  mainClock: 'setUp',
  countedBy: 'template',
  facts: {
    bodies: {
      kind: 'internal-body',
      where: { setup: { own: 'id' } },
      states: ['planned', 'inPlace'],
      want: 'list',
    },
  },
  rules: {
    isAStreet: {
      says: '内设机构设置在街道',
      instead: '请把地区选到街道',
      basis,
      holds: (context) => streetOf(context) !== undefined,
    },
    hasNoBodies: {
      says: '已经列了机构，不能再换模式',
      basis,
      facts: ['bodies'],
      holds: (context) => bodiesOf(context).length === 0,
    },
    fitsTheTemplate: {
      says: '机构和模式对不上：五办三中心要五个办公室、三个中心；综合性机构要把党建、管理、服务、安全四类都配上',
      instead: '请补齐或调整机构',
      basis,
      facts: ['bodies'],
      holds: fitsTheTemplate,
    },
    everyBodyServesADuty: {
      id: 'R111',
      says: '还有内设机构没有对应职责事项（向下对应），不能算设置完成',
      instead: '请给每个机构写明承担的职责事项',
      basis,
      facts: ['bodies'],
      holds: (context) => bodiesOf(context).every((body) => isGiven(body['duty'])),
    },
  },
  setters: {
    seatsStreet: (context) => {
      const street = streetOf(context)
      return {
        title: `${street?.name ?? ''}内设机构`,
        fields: { holder: street?.id ?? null },
      }
    },
  },
  effects: {
    beginsBodies: ({ facts }) =>
      (facts['bodies']?.rows ?? []).map(({ id }) => ({
        ask: id,
        kind: 'internal-body',
        command: 'begin',
        input: {},
      })),
  },
  claims: { street: { label: '一个街道一套机构设置', fields: ['holder'], while: 'open' } },
  counters: {
    setUp: { label: '统筹设置', on: { enters: 'setUp' } },
    fiveThree: {
      label: '按五办三中心设置',
      cohort: ({ state, fields: own }) => state === 'setUp' && own['template'] === 'fiveThree',
    },
  },
  parameters: {
    'setup.complete': limitParameter('统筹设置时限', { qty: 90, unit: 'working-day' }),
  },
})

function bodiesOf({ facts }: Context) {
  return (facts['bodies']?.rows ?? []).map((row) => row.fields)
}

function fitsTheTemplate(context: Context): boolean {
  const bodies = bodiesOf(context)
  const { template } = context.record.fields
  const count = (sort: string) => bodies.filter((body) => body['sort'] === sort).length
  if (template === 'fiveThree') return count('office') === 5 && count('centre') === 3
  if (template === 'custom') return bodies.length > 0
  return ['party', 'management', 'service', 'safety'].every((area) =>
    bodies.some((body) => body['area'] === area),
  )
}
