import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

export const starts: Readonly<Record<string, Command>> = {
  propose: {
    label: '拟赋权',
    by: ['above'],
    input: {
      scope: fields.scope,
      power: fields.power,
      duty: fields.duty,
      alsoServes: fields.alsoServes,
    },
    requires: ['isGivenToAStreet', 'servesADuty'],
    records: 'GrantProposed',
    says: '拟赋予{power}：{scope}',
    keeps: ['scope', 'power', 'duty', 'alsoServes'],
    sets: ['seatsBoth'],
    to: 'proposed',
    tells: ['holder'],
  },
}

const note: Command = {
  label: '记行使',
  by: ['effect'],
  records: 'PowerUsed',
  says: '街道行使了这项职权',
  sets: ['countsUse'],
  to: 'exercised',
}

const evaluate: Command = {
  label: '评估',
  by: ['granter'],
  input: { finding: fields.finding, findingWords: fields.findingWords },
  records: 'GrantEvaluated',
  says: '评估：{finding} {findingWords}',
  keeps: ['finding', 'findingWords'],
  sets: ['keepsWhenEvaluated'],
  tells: ['holder'],
}

const recall: Command = {
  label: '收回',
  by: ['granter'],
  input: { document: fields.document, reason: fields.reason },
  records: 'GrantRecalled',
  says: '收回（{document}）：{reason}',
  keeps: ['reason'],
  to: 'recalled',
  tells: ['holder'],
  grave: true,
}

const remindToEvaluate: Command = {
  label: '该评估了',
  by: ['clock'],
  records: 'EvaluationFellDue',
  says: '到了评估时间',
  tells: ['granter'],
}

/** 拟赋权 → 已赋权 → 承接确认 → 行使中, evaluated from time to time, until it is recalled. Taken on
 *  and never exercised is a state of its own. */
export const states: Readonly<Record<string, State>> = {
  proposed: {
    label: '拟赋权',
    is: 'working',
    step: 1,
    expects: [{ seat: 'granter', command: 'grant', clock: 'decide' }],
    commands: {
      grant: {
        label: '赋权',
        by: ['granter'],
        input: { document: fields.document, grantedOn: fields.grantedOn },
        records: 'PowerGranted',
        says: '{document} 赋权，{grantedOn} 起',
        keeps: ['document', 'grantedOn'],
        to: 'granted',
        tells: ['holder'],
      },
      drop: {
        label: '不予赋权',
        by: ['granter'],
        input: { reason: fields.reason },
        records: 'ProposalDropped',
        says: '不予赋权：{reason}',
        keeps: ['reason'],
        to: 'dropped',
        tells: ['holder'],
        grave: true,
      },
      noteLate: {
        label: '赋权超时',
        by: ['clock'],
        records: 'GrantRanLate',
        says: '拟赋权后超过时限没有结果',
        tells: ['granter'],
      },
    },
  },
  granted: {
    label: '已赋权待承接',
    is: 'working',
    step: 2,
    expects: [{ seat: 'holder', command: 'acknowledge', clock: 'acknowledge' }],
    commands: {
      acknowledge: {
        label: '承接确认',
        by: ['holder'],
        records: 'GrantAcknowledged',
        says: '{unit}确认承接',
        to: 'acknowledged',
        tells: ['granter'],
      },
      object: {
        label: '提出承接困难',
        by: ['holder'],
        input: { reason: fields.reason },
        records: 'GrantObjected',
        says: '承接有困难：{reason}',
        keeps: ['reason'],
        to: 'proposed',
        tells: ['granter'],
      },
      noteUnacknowledged: {
        label: '承接超时',
        by: ['clock'],
        records: 'AcknowledgementRanLate',
        says: '超过承接确认时限',
        tells: ['holder', 'granter'],
      },
      recall,
    },
  },
  acknowledged: {
    label: '已承接未行使',
    is: 'resting',
    step: 3,
    commands: {
      noteUse: note,
      noteUnused: {
        label: '长期未行使',
        by: ['clock'],
        records: 'PowerFoundUnused',
        says: '承接以后一直没有行使过',
        tells: ['holder', 'granter'],
      },
      evaluate,
      remindToEvaluate,
      recall,
    },
  },
  exercised: {
    label: '行使中',
    is: 'resting',
    step: 4,
    commands: { noteUse: note, evaluate, remindToEvaluate, recall },
  },
  recalled: { label: '已收回', is: 'end', step: 5 },
  dropped: { label: '未赋权', is: 'end', step: 5 },
}
