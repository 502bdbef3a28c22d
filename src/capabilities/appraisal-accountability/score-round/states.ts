import type { State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['office', 'host'] as const
const because = { reason: fields.reason } as const

/** 取数预览 → 公布 → 更正. */
export const states: Readonly<Record<string, State>> = {
  drawn: {
    label: '已取数待公布',
    is: 'working',
    step: 1,
    expects: [{ seat: 'office', command: 'publish', clock: 'publish' }],
    commands: {
      redraw: {
        label: '重新取数',
        by: ours,
        input: because,
        records: 'RoundRedrawn',
        says: '重新取数：{reason}',
        keeps: ['reason'],
        sets: ['redraws'],
        facts: ['redrawn', 'told'],
      },
      letGo: {
        label: '不再沿用复核更正',
        by: ['committee', 'trustedOffice'],
        input: { about: fields.about, item: fields.item, reason: fields.reason },
        requires: ['anyRighted', 'isRighted'],
        records: 'CorrectionLetGo',
        says: '{about}第 {item} 项不再沿用复核更正，重新取数：{reason}',
        keeps: ['reason'],
        sets: ['letsGo'],
        facts: ['redrawn', 'told'],
        tells: ['host'],
      },
      publish: {
        label: '公布',
        by: ours,
        requires: ['publishedByAnother', 'appealsAreIn'],
        records: 'RoundPublished',
        says: '公布，告知被评单位',
        sets: ['publishes'],
        effects: ['tellsUnits', 'supersedesTold'],
        facts: ['told'],
        to: 'published',
        tells: ['host'],
      },
      abandon: {
        label: '放弃',
        by: ours,
        input: because,
        requires: ['wasNeverPublished'],
        records: 'RoundAbandoned',
        says: '放弃：{reason}',
        keeps: ['reason'],
        to: 'abandoned',
        grave: true,
      },
      noteLate: {
        label: '没有按时公布',
        by: ['clock'],
        records: 'RoundRanLate',
        says: '取数后没有按时公布',
        tells: ['office'],
      },
    },
  },
  published: {
    label: '已公布',
    is: 'resting',
    step: 2,
    commands: {
      correct: {
        label: '更正',
        by: ours,
        input: because,
        records: 'RoundCorrected',
        says: '更正，重新取数：{reason}',
        keeps: ['reason'],
        sets: ['redraws'],
        facts: ['redrawn', 'told'],
        to: 'drawn',
        tells: ['host'],
      },
    },
  },
  abandoned: { label: '已放弃', is: 'end', step: 3 },
}
