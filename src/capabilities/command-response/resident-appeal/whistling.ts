import { isGiven } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import type { Command, EffectMaker, Rule, State } from '../../../kernel/kind.ts'
import { practiceIsOn } from '../../../kernel/world.ts'
import { given } from '../street-whistle/fields.ts'
import { lead } from './reading.ts'

const { title: _itsOwn, ...asked } = given
const basis = '街道吹哨、部门报到'

/** What a street cannot solve alone it whistles for; the appeal's own limit goes on. */
export const whistle: Command = {
  label: '吹哨',
  by: ['handler'],
  input: asked,
  requires: ['aStreetHandlesIt', 'whistlingIsOn', 'noWhistleIsOpen'],
  records: 'WhistleBlown',
  says: '吹{occasion}：{matter}',
  effects: ['opensWhistle'],
  plain: '街道已请有关部门一起办理',
}

const hearWhistle: Command = {
  label: '吹哨有了结果',
  by: ['effect'],
  input: {
    outcome: {
      type: 'choice',
      label: '结果',
      required: true,
      options: [
        { value: 'closed', label: '已销哨' },
        { value: 'cancelled', label: '已撤哨' },
      ],
    },
    whistle: { type: 'record', of: 'street-whistle', label: '吹哨' },
  },
  records: 'WhistleHeard',
  says: '吹哨{outcome}',
  tells: ['lead'],
  plain: '有关部门的联合办理有了结果',
}

/** Whatever became of the appeal meanwhile, it hears how its whistle ended. */
export function hearing(states: Readonly<Record<string, State>>): Readonly<Record<string, State>> {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      { ...state, commands: { ...state.commands, hearWhistle } },
    ]),
  )
}

export const whistlingFacts = {
  openWhistle: {
    kind: 'street-whistle',
    where: { appeal: { own: 'id' } },
    states: ['responding', 'handling', 'accepting'],
    want: 'exists',
  },
} as const satisfies Record<string, Fact>

export const whistlingRules: Readonly<Record<string, Rule>> = {
  aStreetHandlesIt: {
    says: '只有街道主办的诉求可以吹哨',
    instead: '部门主办的，请用协办',
    basis,
    holds: (context) => context.world.directory.units.get(lead(context) ?? 0)?.type === 'street',
  },
  whistlingIsOn: {
    says: '本市当前没有启用吹哨报到',
    instead: '可以请部门协办',
    basis,
    holds: ({ world, at }) => practiceIsOn(world, 'whistle-report', at),
  },
  noWhistleIsOpen: {
    says: '这件诉求已经吹过哨，还没有销哨',
    instead: '可以在吹哨里增加报到单位',
    basis,
    facts: ['openWhistle'],
    holds: ({ facts }) => (facts['openWhistle']?.count ?? 0) === 0,
  },
  whistleIsOver: {
    says: '这件诉求的吹哨还没有销哨，不能答复',
    instead: '请先验收销哨；没有单位报到的可以撤哨',
    basis: '先办结、后答复',
    facts: ['openWhistle'],
    holds: ({ facts }) => (facts['openWhistle']?.count ?? 0) === 0,
  },
}

export const opensWhistle: EffectMaker = ({ record, input, words, actor }) => [
  {
    open: 'street-whistle',
    command: 'whistleForAppeal',
    place: record.place,
    input: {
      ...withoutWords(input),
      appeal: record.id,
      street: actor.by === 'post' ? actor.post.unit : 0,
      ...(isGiven(record.fields['complained']) && record.fields['complained'] !== undefined
        ? { complained: record.fields['complained'] }
        : {}),
    },
    words: { ...words, title: record.title },
  },
]

/** Words go on as words: the whistle keeps its own. */
function withoutWords(input: Parameters<EffectMaker>[0]['input']) {
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => !['matter', 'basis', 'spot'].includes(name)),
  )
}
