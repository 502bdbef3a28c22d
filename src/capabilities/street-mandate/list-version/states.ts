import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'
import { allDrafts, allStanding } from './items.ts'

const reason = { reason: { ...fields.reason, required: true } } as const
const overrun: Command = {
  label: '制定超时',
  by: ['clock'],
  records: 'MakingOverdue',
  says: '清单制定超过时限',
  tells: ['keeper'],
}
const abandon: Command = {
  label: '放弃草案',
  by: ['keeper'],
  input: reason,
  records: 'VersionAbandoned',
  says: '放弃草案：{reason}',
  keeps: ['reason'],
  effects: ['dropsDrafts'],
  facts: allDrafts,
  to: 'abandoned',
  grave: true,
}

/** 草案 → 征求意见 → 审定 → 公布 → 被替代 or 废止. */
export const states: Readonly<Record<string, State>> = {
  draft: {
    label: '草案',
    is: 'working',
    step: 1,
    expects: [{ seat: 'keeper', command: 'consult', clock: 'making' }],
    commands: {
      consult: {
        label: '送征求意见',
        by: ['keeper'],
        input: { heard: { ...fields.heard, help: '不选时征求辖区全部街道意见' } },
        requires: ['hasDrafts'],
        records: 'OpinionsAsked',
        says: '送征求意见',
        sets: ['asksThem'],
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
    expects: [{ seat: 'keeper', command: 'submit', clock: 'making', when: 'allHeard' }],
    commands: {
      submit: {
        label: '提交审定',
        by: ['keeper'],
        requires: ['allHeard', 'allWeighed'],
        records: 'VersionSubmitted',
        says: '提交审定',
        to: 'deciding',
        tells: ['decider'],
      },
      abandon,
      overrun,
    },
  },
  deciding: {
    label: '审定中',
    is: 'working',
    step: 3,
    expects: [{ seat: 'decider', command: 'decide', clock: 'making' }],
    commands: {
      decide: {
        label: '审定通过',
        by: ['decider'],
        input: {
          documentNumber: { ...fields.documentNumber, required: true },
          holdsFrom: { ...fields.holdsFrom, default: 'today' },
        },
        records: 'VersionDecided',
        says: '审定通过，{documentNumber}',
        keeps: ['documentNumber', 'holdsFrom'],
        sets: ['holdsAtOnce'],
        to: 'decided',
        tells: ['keeper'],
      },
      sendBack: {
        label: '退回修改',
        by: ['decider'],
        input: reason,
        records: 'VersionSentBack',
        says: '退回修改：{reason}',
        keeps: ['reason'],
        to: 'draft',
        tells: ['keeper'],
      },
      overrun,
    },
  },
  decided: {
    label: '已审定待公布',
    is: 'working',
    step: 4,
    expects: [{ seat: 'keeper', command: 'publish', clock: 'making' }],
    commands: {
      publish: {
        label: '公布',
        by: ['keeper'],
        requires: ['itsDayHasCome'],
        records: 'VersionPublished',
        says: '公布，{documentNumber}',
        sets: ['isPublished'],
        effects: ['putsInForce', 'supersedesTheLast'],
        facts: [...allDrafts, 'current'],
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
      supersede: {
        label: '被新版本替代',
        by: ['effect'],
        records: 'VersionSuperseded',
        says: '已由新版本替代',
        to: 'superseded',
      },
      repeal: {
        label: '废止',
        by: ['keeper'],
        input: { ...reason, documentNumber: { ...fields.documentNumber, label: '废止文号' } },
        records: 'VersionRepealed',
        says: '废止：{reason}',
        keeps: ['reason'],
        effects: ['endsItems'],
        facts: allStanding,
        to: 'repealed',
        grave: true,
      },
    },
  },
  superseded: { label: '已被替代', is: 'end', step: 6 },
  repealed: { label: '已废止', is: 'end', step: 6 },
  abandoned: { label: '已放弃', is: 'end', step: 6 },
}
