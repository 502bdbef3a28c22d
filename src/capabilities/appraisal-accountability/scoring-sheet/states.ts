import type { Command, State } from '../../../kernel/kind.ts'
import { fields, itemInputs, typeOf, which } from './fields.ts'

const ours = ['office', 'host'] as const
const reason = { reason: { ...fields.reason, required: true } } as const
const overrun: Command = {
  label: '制定超时',
  by: ['clock'],
  records: 'SheetMakingOverdue',
  says: '评分表制定超过时限',
  tells: ['office'],
}
const abandon: Command = {
  label: '放弃草案',
  by: ours,
  input: reason,
  records: 'SheetAbandoned',
  says: '放弃草案：{reason}',
  keeps: ['reason'],
  to: 'abandoned',
  grave: true,
}

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
  consulting: {
    label: '征求意见中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'office', command: 'submit', clock: 'making', when: 'allHeard' }],
    commands: {
      submit: {
        label: '提交审定',
        by: ours,
        requires: ['allHeard', 'allWeighed'],
        records: 'SheetSubmitted',
        says: '提交审定',
        to: 'deciding',
        tells: ['host'],
      },
      abandon,
      overrun,
    },
  },
  deciding: {
    label: '审定中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'host', command: 'decide', clock: 'making' }],
    commands: {
      decide: {
        label: '审定通过',
        by: ['decider'],
        input: {
          documentNumber: { ...fields.documentNumber, required: true },
          holdsFrom: { ...fields.holdsFrom, default: 'today' },
        },
        records: 'SheetDecided',
        says: '审定通过，{documentNumber}',
        keeps: ['documentNumber', 'holdsFrom'],
        sets: ['holdsAtOnce'],
        to: 'decided',
        tells: ['office'],
      },
      sendBack: {
        label: '退回修改',
        by: ['decider'],
        input: reason,
        records: 'SheetSentBack',
        says: '退回修改：{reason}',
        keeps: ['reason'],
        to: 'draft',
        tells: ['office'],
      },
      overrun,
    },
  },
  decided: {
    label: '已审定待公布',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'publish', clock: 'making' }],
    commands: {
      publish: {
        label: '公布',
        by: ours,
        requires: ['itsDayHasCome'],
        records: 'SheetPublished',
        says: '公布，{documentNumber}',
        sets: ['isPublished'],
        effects: ['supersedesTheLast'],
        facts: ['last'],
        to: 'published',
      },
      overrun,
    },
  },
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
      supersede: {
        label: '被新版本替代',
        by: ['effect'],
        records: 'SheetSuperseded',
        says: '已由新版本替代',
        to: 'superseded',
      },
      withdraw: {
        label: '废止',
        by: ['decider'],
        input: reason,
        records: 'SheetWithdrawn',
        says: '废止：{reason}',
        keeps: ['reason'],
        to: 'withdrawn',
        tells: ['office'],
        grave: true,
      },
    },
  },
  superseded: { label: '已被替代', is: 'end', step: 6 },
  withdrawn: { label: '已废止', is: 'end', step: 6 },
  abandoned: { label: '已放弃', is: 'end', step: 6 },
}
