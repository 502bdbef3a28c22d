import type { Command, State } from '../../../kernel/kind.ts'
import { because, fields } from './fields.ts'

const noteLate: Command = {
  label: '处置超时',
  by: ['clock'],
  records: 'FindingRanLate',
  says: '超过处置时限',
  sets: ['runsLate'],
  tells: ['handler', 'desk', 'supervisor'],
}
const noteUncontrolled: Command = {
  label: '现场控制超时',
  by: ['clock'],
  records: 'FindingControlRanLate',
  says: '超过现场控制时限',
  tells: ['handler', 'desk'],
}
const control: Command = {
  label: '已控制现场',
  by: ['handler'],
  requires: ['awaitsControl'],
  input: { words: { type: 'text', label: '现场情况', max: 300 } },
  records: 'FindingControlled',
  says: '现场已控制：{words}',
  sets: ['controls'],
}
const giveBack: Command = {
  label: '退回',
  by: ['handler'],
  input: because,
  records: 'FindingGivenBack',
  says: '{unit} 退回：{reason}',
  sets: ['leavesHandler'],
  to: 'verified',
  tells: ['desk'],
}
const nudge: Command = {
  label: '催办',
  by: ['desk', 'supervisor'],
  input: { words: { type: 'text', label: '催办内容', max: 200 } },
  records: 'FindingNudged',
  says: '催办：{words}',
  tells: ['handler'],
}

/** 任务交办 and 协同处置: the clock runs from here on. */
export const handlingStates: Readonly<Record<string, State>> = {
  dispatched: {
    label: '待签收',
    is: 'working',
    step: 3,
    expects: [{ seat: 'handler', command: 'sign', clock: 'sign' }],
    commands: {
      sign: {
        label: '签收',
        by: ['handler'],
        records: 'FindingSigned',
        says: '{unit} 签收',
        to: 'handling',
      },
      recall: {
        label: '撤回交办',
        by: ['desk'],
        records: 'FindingRecalled',
        says: '撤回交办',
        to: 'verified',
        tells: ['handler'],
      },
      noteSignLate: {
        label: '签收超时',
        by: ['clock'],
        records: 'FindingSignRanLate',
        says: '超过签收时限',
        tells: ['handler', 'desk'],
      },
      giveBack,
      nudge,
      noteLate,
      noteUncontrolled,
    },
  },
  handling: {
    label: '协同处置',
    is: 'working',
    step: 4,
    expects: [
      { seat: 'handler', command: 'control', clock: 'control', when: 'awaitsControl' },
      { seat: 'handler', command: 'finish', clock: 'limit' },
    ],
    commands: {
      control,
      call: {
        label: '请单位协同',
        by: ['handler', 'desk'],
        input: {
          units: { type: 'units', label: '协同单位', required: true, max: 12 },
          task: { type: 'text', label: '请其办理的事', required: true, max: 300 },
        },
        requires: ['calledAreWithinReach'],
        records: 'FindingUnitsCalled',
        says: '请 {units} 协同：{task}',
        sets: ['callsUnits'],
      },
      release: {
        label: '请其退出',
        by: ['desk'],
        input: { unit: { type: 'unit', label: '协同单位', required: true }, ...because },
        requires: ['isParty'],
        records: 'FindingUnitReleased',
        says: '请 {unit} 退出协同：{reason}',
        sets: ['releasesUnit'],
      },
      progress: {
        label: '记进展',
        by: ['handler', 'department'],
        input: { words: { type: 'long', label: '进展', required: true, max: 500 } },
        records: 'FindingProgressed',
        says: '{words}',
      },
      finish: {
        label: '处置完成',
        by: ['handler'],
        input: {
          result: { ...fields.result, required: true, min: 2 },
          after: { ...fields.photos, label: '处置后照片' },
        },
        requires: ['partiesAreDone'],
        records: 'FindingHandled',
        says: '处置结果：{result}',
        keeps: ['result'],
        sets: ['asksFinder'],
        to: 'feedback',
        tells: ['finder', 'desk'],
      },
      giveBack,
      nudge,
      noteLate,
      noteUncontrolled,
    },
  },
}
