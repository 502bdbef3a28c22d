import { isGiven, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { cityMaySet, ownUnit, signers } from '../partners.ts'
import { basis, notes } from '../two-way-pair/sides.ts'
import { fields, states } from './flow.ts'

const { pair, matter, cadre } = fields
const toldBasis = '评价干部要让本人知道，本人可以提出不同意见'

/**
 * 双向评价干部: before a side of a pair appraises a cadre with duties towards the other side, it asks
 * that side. People decide, the one it is about is told and may disagree, and nobody but those who
 * answer for the two units knows of it.
 */
export const cadreOpinion = defineKind({
  name: 'cadre-opinion',
  label: '双向评价干部',
  group: 'cobuild-integration',
  systems: ['two-way-cadre-evaluation'],
  version: 1,
  about: '评价有共建职责的干部先征求结对一方意见；由人作决定，告知本人，只有双方负责人看得到。',
  fields,
  title: 'matter',
  slots: { k1: 'pair', k2: 'side', n1: 'giver', n2: 'taker' },
  relations: {
    starter: {
      label: '结对单位负责人',
      roles: signers,
      is: { unitType: ['department', 'street', 'community'], over: 'place' },
    },
    giver: { label: '征求一方负责人', roles: signers, is: { seat: 'giver' } },
    taker: { label: '反馈一方负责人', roles: signers, is: { seat: 'taker' } },
  },
  see: ['giver', 'taker'],
  tellsReaders: true,
  seats: {
    giver: { label: '征求一方', is: { field: 'giver' } },
    taker: { label: '反馈一方', is: { field: 'taker' } },
  },
  responsible: 'giver',
  starts: {
    ask: {
      label: '征求对方意见',
      by: ['starter'],
      input: { pair, matter, cadre },
      requires: ['isOwnPair'],
      records: 'CadreOpinionAsked',
      says: '征求结对一方意见',
      keeps: ['pair', 'matter', 'cadre'],
      sets: ['seatsBoth'],
      to: 'asked',
      tells: ['taker'],
    },
  },
  states,
  clocks: {
    reply: {
      label: '反馈意见',
      stages: [{ limit: { parameter: 'cadreOpinion.reply' }, asks: 'lapse' }],
      runs: ['asked'],
      basis: cityMaySet,
    },
    conclude: {
      label: '反馈采纳情况',
      stages: [{ limit: { parameter: 'cadreOpinion.conclude' }, asks: 'noteLate' }],
      runs: ['lapsed', 'replied'],
      basis: cityMaySet,
    },
  },
  mainClock: 'reply',
  facts: {
    pair: {
      kind: 'two-way-pair',
      where: { id: { input: 'pair' } },
      states: ['active'],
      want: 'first',
    },
  },
  rules: {
    isOwnPair: {
      says: '只能向本单位结对中的另一方征求意见',
      instead: '请选择本单位的双向结对',
      basis,
      input: true,
      facts: ['pair'],
      holds: (context) => otherSide(context) !== undefined,
    },
    wasHeard: {
      says: '对方还没有反馈意见，反馈期限也没有到',
      basis,
      holds: ({ record }) => record.state !== 'asked',
    },
    saysIfAdopted: {
      says: '有意见就要说明是否采纳，没有全部采纳要写理由',
      basis,
      input: true,
      holds: ({ record, input }) =>
        record.state !== 'replied' ||
        (isGiven(input['outcome']) &&
          (textOf(input, 'outcome') === 'adopted' || isGiven(input['why']))),
    },
    personWasTold: {
      says: '还没有告知本人',
      instead: '先把结果告知本人，有不同意见的一并写明',
      basis: toldBasis,
      input: true,
      holds: ({ input }) => isGiven(input['toldOn']),
    },
    toldInItsTime: {
      says: '告知本人的日期不能早于征求意见，也不能晚于今天',
      instead: '先告知本人，再写实际告知的那一天',
      basis: toldBasis,
      input: true,
      holds: ({ input, record, at }) => {
        const day = textOf(input, 'toldOn') ?? ''
        return day >= dayOf(record.openedAt) && day <= dayOf(at)
      },
    },
    saysWhoseWords: {
      says: '本人有不同意见的，要写明是本人写的还是代为记录的',
      basis: toldBasis,
      input: true,
      holds: ({ input }) => isGiven(input['objection']) === isGiven(input['objectionBy']),
    },
  },
  setters: {
    seatsBoth: (context) => {
      const other = otherSide(context)
      const place = context.facts['pair']?.rows[0]?.fields['territory']
      return {
        fields: {
          giver: ownUnit(context) ?? null,
          taker: other ?? null,
          side: other === place ? 'territory' : 'industry',
        },
      }
    },
  },
  effects: { notesOpinion: notes('cadre') },
  parameters: {
    'cadreOpinion.reply': limitParameter('双向评价干部反馈时限', { qty: 5, unit: 'working-day' }),
    'cadreOpinion.conclude': limitParameter('双向评价干部采纳反馈时限', {
      qty: 20,
      unit: 'working-day',
    }),
  },
})

/** The side that is asked, which is the one whose opinion it will be. */
function otherSide(context: Context): number | undefined {
  const own = context.facts['pair']?.rows[0]?.fields ?? {}
  const sides = [own['industry'], own['territory']]
  if (!sides.includes(ownUnit(context) ?? null)) return undefined
  const other = sides.find((unit) => unit !== ownUnit(context))
  return typeof other === 'number' ? other : undefined
}
