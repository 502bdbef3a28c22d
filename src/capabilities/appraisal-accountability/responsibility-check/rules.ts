import { standsOver } from '../../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../../kernel/field.ts'
import type { RecordFact } from '../../../kernel/fact.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { isLater, namesThoseBelow } from '../accountable.ts'
import { basis } from './fields.ts'

const counted = ['open', 'answered', 'ended'] as const
const ofSort = (sort: string, states: readonly string[]): RecordFact => ({
  kind: 'responsibility-item',
  where: { round: { own: 'id' }, sort: { value: sort } },
  states,
  want: 'count',
})

/** What stands behind the results: records of this round, those withdrawn left out. */
export const facts = {
  problems: ofSort('problem', counted),
  suggestions: ofSort('suggestion', counted),
  open: {
    kind: 'responsibility-item',
    where: { round: { own: 'id' } },
    states: ['open', 'answered'],
    want: 'count',
  },
} as const satisfies Readonly<Record<string, RecordFact>>

export const rules: Readonly<Record<string, Rule>> = {
  unitsAreBelow: namesThoseBelow('units'),
  isAhead: {
    says: '检查日期不能早于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') >= dayOf(at),
  },
  unitIsChecked: {
    says: '这个党组织不在本轮检查对象之中',
    basis,
    input: true,
    holds: ({ input, record }) =>
      listOf(record.fields, 'units').some((unit) => unit === numberOf(input, 'unit')),
  },
  isNoName: {
    id: 'R122',
    says: '谈话编号只能是检查组自己的数字、字母编号，不能写姓名',
    instead: '同一个人每次用同一个编号',
    basis,
    input: true,
    holds: ({ input }) => /^[0-9A-Za-z-]+$/.test(textOf(input, 'person') ?? ''),
  },
  dueIsAhead: isLater('dueOn', '办理期限应在今天之后', basis),
  holderIsAbove: {
    says: '问责建议由检查的党组织或涉及单位的上级党组织办理，不能交给涉及的单位自己',
    instead: '请选有权决定的上级党组织',
    basis: '问责由有权的党组织决定，系统不作决定',
    input: true,
    holds: ({ input, record, world: { directory } }) => {
      const [unit, holder] = [numberOf(input, 'unit') ?? 0, numberOf(input, 'holder') ?? 0]
      const type = directory.units.get(holder)?.type
      return (
        (type === 'committee' || type === 'street') &&
        (holder === record.fields['superior'] || standsOver(directory, holder, unit))
      )
    },
  },
  allEnded: {
    says: '还有问题或问责建议没有办结',
    instead: '逐条办结或核实撤销后，再结束跟踪',
    basis: '问题和建议逐条跟踪到办结',
    facts: ['open'],
    holds: ({ facts: known }) => (known['open']?.count ?? 0) === 0,
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  /** Whoever is spoken to twice is one person. */
  speaksTo: ({ input, record }) => {
    const spoken = listOf(record.fields, 'spoken')
    const one = `${numberOf(input, 'unit') ?? 0}:${textOf(input, 'person') ?? ''}`
    return spoken.includes(one)
      ? {}
      : { fields: { spoken: [...spoken, one], interviewed: spoken.length + 1 } }
  },
  /** R122: the three results are what the round's records say; nobody types them. */
  takesResults: ({ record, facts: known }) => ({
    fields: {
      interviewed: listOf(record.fields, 'spoken').length,
      problems: known['problems']?.count ?? 0,
      suggestions: known['suggestions']?.count ?? 0,
    },
  }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  opensProblem: (context) => given(context, 'problem', context.input['unit']),
  opensSuggestion: (context) => given(context, 'suggestion', context.input['holder']),
}

function given(
  { record, input, words }: Context,
  sort: string,
  holder: Context['input'][string] | undefined,
) {
  return [
    {
      open: 'responsibility-item',
      command: 'give',
      input: {
        sort,
        round: record.id,
        superior: record.fields['superior'] ?? null,
        office: record.fields['office'] ?? null,
        unit: input['unit'] ?? null,
        holder: holder ?? null,
        dueOn: input['dueOn'] ?? null,
      },
      words: { title: words['title'] ?? '', detail: words['detail'] ?? '' },
    },
  ]
}
