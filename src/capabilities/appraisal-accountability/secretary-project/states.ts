import type { State } from '../../../kernel/kind.ts'
import { extensionCommands } from '../extension.ts'
import { noted, reviewedFirst } from '../reviewed.ts'
import { drafted, fields } from './fields.ts'

const underway: State = {
  label: '实施中',
  is: 'working',
  step: 2,
  expects: [
    { seat: 'unit', command: 'passMilestone', clock: 'milestone', when: 'hasMilestone' },
    { seat: 'unit', command: 'finish', clock: 'finish' },
    { seat: 'office', command: 'grantExtension', when: 'oneIsAsked' },
  ],
  commands: {
    passMilestone: {
      label: '节点完成',
      by: ['unit'],
      input: {
        done: { type: 'text', label: '这个节点做成了什么', required: true, max: 300 },
        milestone: { ...fields.milestone, label: '下一个节点' },
        milestoneOn: { ...fields.milestoneOn, label: '下一个节点期限' },
      },
      requires: ['hasMilestone', 'milestoneIsWhole'],
      records: 'ProjectMilestonePassed',
      says: '节点完成：{done}',
      sets: ['passesMilestone'],
      tells: ['office'],
    },
    assessMidterm: {
      label: '中期评议',
      by: ['superior', 'office'],
      input: { opinion: { ...fields.opinion, label: '中期意见', required: true } },
      records: 'ProjectAssessedMidterm',
      says: '中期评议：{opinion}',
      tells: ['unit'],
    },
    finish: {
      label: '报完成',
      by: ['unit'],
      input: {
        effect: { ...fields.effect, required: true },
        remaining: fields.remaining,
        measures: fields.measures,
      },
      requires: ['threeParts'],
      records: 'ProjectFinished',
      says: '报完成。成效：{effect}',
      keeps: ['effect', 'remaining', 'measures'],
      sets: ['remembersReporter', 'isInTime'],
      to: 'finished',
      tells: ['office'],
    },
    stop: {
      label: '终止项目',
      by: ['superior', 'office'],
      input: { reason: { ...fields.reason, required: true } },
      records: 'ProjectStopped',
      says: '终止：{reason}',
      keeps: ['reason'],
      to: 'stopped',
      tells: ['unit'],
      grave: true,
    },
    noteMilestoneLate: noted('节点超期', 'ProjectMilestoneRanLate', 'unit', 'office'),
    noteLate: { ...noted('超过完成期限', 'ProjectRanLate', 'unit', 'office'), sets: ['isLate'] },
    ...extensionCommands({
      asked: 'ProjectExtensionAsked',
      granted: 'ProjectExtended',
      refused: 'ProjectExtensionRefused',
    }),
  },
}

/** 申报 → 审核 → 实施（节点、中期）→ 完成 → 验收, accepted by the level above and nobody else. */
export const states: Readonly<Record<string, State>> = {
  ...reviewedFirst({
    events: {
      approved: 'ProjectApproved',
      sentBack: 'ProjectSentBack',
      resubmitted: 'ProjectResubmitted',
      reviewLate: 'ProjectReviewRanLate',
      redraftLate: 'ProjectRedraftRanLate',
    },
    inputs: drafted,
    requires: ['endsLater', 'milestoneIsWhole'],
    to: 'underway',
  }),
  underway,
  finished: {
    label: '待验收',
    is: 'working',
    step: 3,
    expects: [{ seat: 'office', command: 'accept', clock: 'accept' }],
    commands: {
      accept: {
        label: '验收通过',
        by: ['superior', 'office'],
        input: { opinion: { ...fields.opinion, required: true } },
        requires: ['judgedByAnother'],
        records: 'ProjectAccepted',
        says: '验收：{opinion}',
        keeps: ['opinion'],
        to: 'accepted',
        tells: ['unit'],
      },
      returnWork: {
        label: '验收不通过',
        by: ['superior', 'office'],
        input: { reason: { ...fields.reason, required: true }, dueOn: fields.dueOn },
        requires: ['judgedByAnother', 'endsLater'],
        records: 'ProjectNotAccepted',
        says: '验收不通过：{reason}',
        keeps: ['reason', 'dueOn'],
        to: 'underway',
        tells: ['unit'],
      },
      noteAcceptLate: noted('验收超时', 'ProjectAcceptanceRanLate', 'office'),
    },
  },
  accepted: { label: '已验收', is: 'end', step: 4 },
  stopped: { label: '已终止', is: 'end', step: 4 },
}
