import type { State } from '../../../kernel/kind.ts'
import { versionMaking, versionReason } from '../../../kernel/patterns/version-making.ts'
import { cityMaySet } from '../reviewing.ts'
import { basis, fields, itemInputs, typeOf, which } from './fields.ts'

const ours = ['office', 'host'] as const
export const making = versionMaking({
  thing: '评分表',
  event: 'Sheet',
  makers: ours,
  deciders: ['decider'],
  seats: { maker: 'office', decider: 'host' },
  parameter: 'score.make',
  clockBasis: cityMaySet,
  basis,
  publishes: { effects: ['supersedesTheLast'], facts: ['last'] },
})
const { abandon, overrun, supersede } = making

/** 草案 → 征求被评单位意见 → 审定 → 公布 → 被替代 or 废止. */
export const states: Readonly<Record<string, State>> = {
  draft: {
    label: '草案',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'consult', clock: 'making' }],
    commands: {
      addItem: {
        label: '增加评分项',
        by: ours,
        input: itemInputs,
        requires: ['hasRoom', 'boundsDiffer', 'isFigure'],
        records: 'ItemAdded',
        says: '增加评分项：{label}，{indicator}，{points} 分',
        sets: ['addsItem'],
      },
      changeItem: {
        label: '修改评分项',
        by: ours,
        input: { ...which, ...itemInputs },
        requires: ['itemIsThere', 'boundsDiffer', 'isFigure'],
        records: 'ItemChanged',
        says: '修改评分项 {item}：{label}，{indicator}，{points} 分',
        sets: ['changesItem'],
      },
      dropItem: {
        label: '删去评分项',
        by: ours,
        input: which,
        requires: ['itemIsThere'],
        records: 'ItemDropped',
        says: '删去评分项 {item}',
        sets: ['dropsItem'],
      },
      consult: {
        label: '送征求意见',
        by: ours,
        input: {
          heard: {
            type: 'units',
            label: '征求意见单位',
            of: Object.values(typeOf),
            help: '不选时征求全部被评单位意见',
          },
        },
        requires: ['hasItems'],
        records: 'SheetOpinionsAsked',
        says: '送征求意见',
        sets: ['asksThoseScored'],
        to: 'consulting',
      },
      abandon,
      overrun,
    },
  },
  ...making.states,
  published: {
    label: '现行',
    is: 'resting',
    step: 5,
    commands: {
      amend: {
        label: '起草修订版',
        by: ours,
        input: { basis: fields.basis },
        records: 'SheetAmended',
        says: '起草修订版：{basis}',
        effects: ['draftsTheNext'],
      },
      supersede,
      withdraw: {
        label: '废止',
        by: ['decider'],
        input: versionReason,
        records: 'SheetWithdrawn',
        says: '废止：{reason}',
        keeps: ['reason'],
        to: 'withdrawn',
        tells: ['office'],
        grave: true,
      },
    },
  },
  withdrawn: { label: '已废止', is: 'end', step: 6 },
  ...making.ends,
}
