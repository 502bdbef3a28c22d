import type { Command, PartyKind, State } from '../../../kernel/kind.ts'
import { partyClocks } from './clocks.ts'
import { because, fields } from './fields.ts'

/** Who is called, each with its own clocks: departments, and streets that help as peers. */
export const parties: Readonly<Record<string, PartyKind>> = {
  department: party('Department', '报到部门'),
  peer: party('Peer', '协同街道'),
}

function party(who: string, label: string): PartyKind {
  return {
    label,
    start: 'called',
    clocks: partyClocks,
    states: { ...comingStates(who), ...workingStates(who) },
  }
}

/** Until it is there: signing, disputing, arriving. */
function comingStates(who: string): Readonly<Record<string, State>> {
  const dispute = disputing(who)
  const nudge = nudging(who)
  const { noteSignLate, noteRulingLate, ...untilDone } = lateness(who)
  return {
    called: {
      label: '待签收',
      is: 'working',
      expects: [{ seat: 'self', command: 'sign', clock: 'sign' }],
      commands: {
        sign: {
          label: '签收',
          by: ['self'],
          records: `${who}Signed`,
          says: '{party} 签收',
          to: 'signed',
          tells: ['street'],
        },
        dispute,
        nudge,
        noteSignLate,
        ...untilDone,
      },
    },
    signed: {
      label: '待报到',
      is: 'working',
      expects: [{ seat: 'self', command: 'arrive', clock: 'arrive' }],
      commands: { arrive: arriving(who), dispute, nudge, ...untilDone },
    },
    disputed: {
      label: '争议待裁',
      is: 'working',
      expects: [
        { seat: 'arbiter', command: 'release', clock: 'ruling', when: 'isRuledHere' },
        { seat: 'cityArbiter', command: 'release', clock: 'ruling', when: 'isRuledAbove' },
      ],
      commands: { ...rulings(who), noteRulingLate, ...untilDone },
    },
    released: { label: '不再参加', is: 'end' },
  }
}

/** Once it is there: handling its part, and again when the street asks. */
function workingStates(who: string): Readonly<Record<string, State>> {
  return {
    arrived: {
      label: '已报到',
      is: 'working',
      expects: [{ seat: 'self', command: 'finish', clock: 'task' }],
      commands: {
        ...afterArrival(who),
        nudge: nudging(who),
        noteTaskLate: lateness(who).noteTaskLate,
        noteArriveLate: {
          label: '报到时限已到',
          by: ['clock'],
          records: `${who}ArrivedInTime`,
          says: '{party} 按时报到',
        },
      },
    },
    done: {
      label: '本单位已办结',
      is: 'resting',
      commands: {
        // A new task has its limit anew; the whistle's own limit goes on.
        again: {
          label: '请其再办',
          by: ['street'],
          input: because,
          requires: ['isInHandling'],
          records: `${who}AskedAgain`,
          says: '请 {party} 再办：{reason}',
          to: 'arrived',
          tells: ['self'],
        },
      },
    },
  }
}

function disputing(who: string): Command {
  return {
    label: '提出争议',
    by: ['self'],
    input: { ...because, dutyItem: fields.dutyItem },
    requires: ['isNotRuledYet'],
    records: `${who}Disputed`,
    says: '{party} 认为不应参加：{reason}',
    sets: ['keepsOwn'],
    to: 'disputed',
    tells: ['street', 'arbiter'],
  }
}

function nudging(who: string): Command {
  return {
    label: '催报到、催办',
    by: ['street', 'supervisor'],
    input: { words: { type: 'text', label: '催办内容', max: 200 } },
    records: `${who}Nudged`,
    says: '催 {party}：{words}',
    tells: ['self'],
  }
}

function arriving(who: string): Command {
  return {
    label: '报到',
    by: ['self'],
    input: { how: { ...fields.how, required: true } },
    records: `${who}Arrived`,
    says: '{party} 报到：{how}',
    sets: ['statesArrival'],
    to: 'arrived',
    carries: [{ to: 'handling', when: 'helpHasCome' }],
    tells: ['street'],
  }
}

function rulings(who: string): Readonly<Record<string, Command>> {
  const shared = { by: ['arbiter', 'cityArbiter'], input: because, requires: ['rulesOverBoth'] }
  return {
    release: {
      ...shared,
      label: '裁定不再参加',
      records: `${who}Released`,
      says: '裁定 {party} 不再参加：{reason}',
      sets: ['ruled', 'leadLeaves'],
      to: 'released',
      tells: ['self', 'street', 'lead'],
    },
    uphold: {
      ...shared,
      label: '裁定应当参加',
      records: `${who}Upheld`,
      says: '裁定 {party} 应当参加：{reason}',
      sets: ['ruled'],
      to: 'signed',
      tells: ['self', 'street'],
    },
  }
}

function afterArrival(who: string): Readonly<Record<string, Command>> {
  return {
    confirmArrival: {
      label: '确认报到',
      by: ['street'],
      requires: ['arrivalIsUnconfirmed'],
      records: `${who}ArrivalConfirmed`,
      says: '街道确认 {party} 已报到',
      sets: ['confirmsArrival'],
    },
    disputeArrival: {
      label: '对报到有异议',
      by: ['street'],
      input: because,
      requires: ['arrivalIsUnconfirmed'],
      records: `${who}ArrivalDisputed`,
      says: '街道认为 {party} 没有报到：{reason}',
      sets: ['deniesArrival'],
      to: 'signed',
      tells: ['self'],
    },
    finish: {
      label: '提交本单位办理情况',
      by: ['self'],
      input: { result: { ...fields.result, required: true } },
      records: `${who}Finished`,
      says: '{party} 办理情况：{result}',
      sets: ['keepsOwn'],
      to: 'done',
      tells: ['lead'],
    },
  }
}

function lateness(who: string) {
  const late = (label: string, event: string): Command => ({
    label,
    by: ['clock'],
    records: `${who}${event}`,
    says: `{party} ${label}`,
    sets: ['marksLate'],
    tells: ['self', 'street'],
  })
  return {
    noteSignLate: late('签收超时', 'SignedLate'),
    noteArriveLate: late('报到超时', 'ArrivedLate'),
    noteTaskLate: late('办理超时', 'RanLate'),
    noteRulingLate: {
      label: '裁定超时',
      by: ['clock'],
      records: `${who}RulingRanLate`,
      says: '{party} 的争议超过裁定时限',
      tells: ['arbiter', 'supervisor'],
    } satisfies Command,
  }
}
