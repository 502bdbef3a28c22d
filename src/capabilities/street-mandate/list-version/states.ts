import type { State } from '../../../kernel/kind.ts'
import { versionMaking, versionReason } from '../../../kernel/patterns/version-making.ts'
import { basis, fields } from './fields.ts'
import { allDrafts, allStanding } from './items.ts'

export const making = versionMaking({
  thing: '清单',
  event: 'Version',
  events: { overrun: 'MakingOverdue' },
  makers: ['keeper'],
  deciders: ['decider'],
  seats: { maker: 'keeper', decider: 'decider' },
  parameter: 'list.make',
  clockBasis: '清单制定时限，本市可设置',
  basis,
  abandons: { effects: ['dropsDrafts'], facts: allDrafts },
  publishes: {
    effects: ['putsInForce', 'supersedesTheLast'],
    facts: [...allDrafts, 'current'],
  },
})
const { abandon, overrun, supersede } = making

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
  ...making.states,
  published: {
    label: '现行',
    is: 'resting',
    step: 5,
    commands: {
      supersede,
      repeal: {
        label: '废止',
        by: ['keeper'],
        input: {
          ...versionReason,
          documentNumber: { ...fields.documentNumber, label: '废止文号' },
        },
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
  repealed: { label: '已废止', is: 'end', step: 6 },
  ...making.ends,
}
