import type { Command } from '../../../kernel/kind.ts'
import { fields, raised } from './fields.ts'
import { receive } from './receiving.ts'

const source = {
  channel: { ...fields.channel, required: true },
  source: fields.source,
  sourceNumber: fields.sourceNumber,
  category: fields.category,
  limitClass: fields.limitClass,
} as const

/** An appeal as another system tells it, with the answer it gave. */
const brought = {
  title: fields.title,
  detail: { ...fields.detail, min: 1, max: 3000 },
  spot: fields.spot,
  channel: source.channel,
  source: { ...fields.source, required: true },
  sourceNumber: { ...fields.sourceNumber, required: true },
  sourceDigest: fields.sourceDigest,
  occurredAt: { ...fields.occurredAt, required: true },
  category: fields.category,
  limitClass: fields.limitClass,
  publicAnswer: { ...fields.publicAnswer, max: 10_000 },
  answeredAt: fields.answeredAt,
} as const

/** 接: by the resident, by staff on the phone or an outside platform, or from a file. */
export const starts: Readonly<Record<string, Command>> = {
  ask: {
    label: '提出诉求',
    plain: '提交',
    by: ['public'],
    input: raised,
    requires: ['aDeskIsFree'],
    records: 'Asked',
    says: '诉求人提交',
    keeps: Object.keys(raised),
    sets: ['findsDesk', 'comesByWeb'],
    to: 'intake',
    tells: ['desk'],
  },
  register: {
    label: '登记诉求',
    by: ['intake'],
    input: { ...raised, ...source },
    requires: ['aDeskIsFree'],
    records: 'Registered',
    says: '登记诉求',
    keeps: [...Object.keys(raised), ...Object.keys(source)],
    sets: ['findsDesk'],
    to: 'intake',
  },
  receive,
  bring: {
    label: '导入诉求',
    unlisted: true,
    by: ['intake'],
    input: brought,
    requires: ['answerHasItsTime'],
    records: 'Brought',
    says: '自 {source} 导入',
    keeps: Object.keys(brought),
    sets: ['findsDesk', 'comesAnswered'],
    moves: [{ to: 'closed', when: 'cameAnswered' }],
    to: 'intake',
  },
}
