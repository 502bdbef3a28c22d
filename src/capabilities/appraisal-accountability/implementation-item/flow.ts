import type { Command, PartyKind, State } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const checkers = ['superior', 'office'] as const

const doingCommands: Readonly<Record<string, Command>> = {
  report: {
    label: '报落实情况',
    by: ['unit'],
    input: { result: { ...fields.result, required: true, min: 4 } },
    requires: ['doersAreDone'],
    records: 'ItemReported',
    says: '落实情况：{result}',
    keeps: ['result'],
    sets: ['remembersReporter'],
    to: 'reported',
    tells: ['office'],
  },
  noteLate: {
    label: '落实超期',
    by: ['clock'],
    records: 'ItemRanLate',
    says: '超过落实期限',
    sets: ['isLate'],
    tells: ['unit', 'office'],
  },
}

const reportedCommands: Readonly<Record<string, Command>> = {
  close: {
    label: '闭环销项',
    by: checkers,
    input: { lookOn: fields.lookOn },
    requires: ['byAnother', 'lookIsAhead'],
    records: 'ItemClosed',
    says: '闭环，到期“回头看”',
    keeps: ['lookOn'],
    sets: ['setsLookDay'],
    to: 'closed',
    tells: ['unit'],
  },
  sendBack: {
    label: '退回落实',
    by: checkers,
    input: {
      reason: { ...fields.reason, required: true },
      dueOn: { ...fields.dueOn, required: true },
    },
    requires: ['dueIsAhead'],
    records: 'ItemSentBack',
    says: '退回：{reason}',
    keeps: ['reason', 'dueOn'],
    to: 'doing',
    tells: ['unit'],
  },
  noteCheckLate: {
    label: '核实超时',
    by: ['clock'],
    records: 'ItemCheckRanLate',
    says: '报来以后没有按时核实',
    tells: ['office'],
  },
}

const closedCommands: Readonly<Record<string, Command>> = {
  stands: {
    label: '回头看：落实到位',
    by: checkers,
    input: { finding: { ...fields.finding, required: true } },
    requires: ['lookDayCame', 'byAnother'],
    records: 'ItemStood',
    says: '回头看，落实到位：{finding}',
    keeps: ['finding'],
    to: 'settled',
    tells: ['unit'],
  },
  fails: {
    label: '回头看：没有落实',
    by: checkers,
    input: {
      finding: { ...fields.finding, required: true },
      dueOn: { ...fields.dueOn, required: true },
    },
    requires: ['byAnother', 'dueIsAhead'],
    records: 'ItemFailed',
    says: '回头看，没有落实，重新落实：{finding}',
    keeps: ['finding', 'dueOn'],
    sets: ['countsFailure'],
    to: 'doing',
    tells: ['unit'],
  },
  noteLook: {
    label: '回头看到期',
    by: ['clock'],
    records: 'ItemLookCameDue',
    says: '到了“回头看”的日子',
    tells: ['office'],
  },
}

/** 部署 → 分解 → 落实 → 核实闭环 → 回头看, and from there back to 落实 where it did not last. */
export const states: Readonly<Record<string, State>> = {
  deployed: {
    label: '待分解',
    is: 'working',
    step: 1,
    expects: [{ seat: 'unit', command: 'breakDown', clock: 'breakDown' }],
    commands: {
      breakDown: {
        label: '分解落实',
        by: ['unit'],
        input: {
          steps: { ...fields.steps, required: true },
          units: fields.units,
        },
        requires: ['doersAreBelow'],
        records: 'ItemBrokenDown',
        says: '分解：{steps}',
        keeps: ['steps'],
        sets: ['namesDoers'],
        to: 'doing',
        tells: ['office'],
      },
      noteUnbroken: {
        label: '分解超时',
        by: ['clock'],
        records: 'ItemBreakdownRanLate',
        says: '部署后没有按时分解',
        tells: ['unit', 'office'],
      },
    },
  },
  doing: {
    label: '落实中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'report', clock: 'due' }],
    commands: doingCommands,
  },
  reported: {
    label: '待核实',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'close', clock: 'check' }],
    commands: reportedCommands,
  },
  closed: {
    label: '已闭环，待回头看',
    is: 'working',
    step: 4,
    expects: [{ seat: 'office', command: 'stands', clock: 'look' }],
    commands: closedCommands,
  },
  settled: { label: '回头看通过', is: 'end', step: 5 },
}

export const parties: Readonly<Record<string, PartyKind>> = {
  doer: {
    label: '承担单位',
    start: 'doing',
    states: {
      doing: {
        label: '落实中',
        is: 'working',
        expects: [{ seat: 'doer', command: 'finish', clock: 'part' }],
        commands: {
          finish: {
            label: '完成本单位部分',
            by: ['doer'],
            input: { done: { ...fields.done, required: true } },
            records: 'PartFinished',
            says: '{unit} 完成：{done}',
            sets: ['keepsDone'],
            to: 'done',
            tells: ['unit'],
          },
          notePartLate: {
            label: '本单位部分超期',
            by: ['clock'],
            records: 'PartRanLate',
            says: '承担单位超过期限',
            tells: ['unit'],
          },
        },
      },
      done: { label: '已完成', is: 'resting' },
    },
    clocks: {
      part: {
        label: '本单位部分',
        stages: [{ limit: { until: 'dueOn' }, asks: 'notePartLate' }],
        runs: ['doing'],
        basis,
      },
    },
  },
}
