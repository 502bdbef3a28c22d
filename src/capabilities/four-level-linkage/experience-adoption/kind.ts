import { placeOf } from '../../../kernel/directory.ts'
import { textOf } from '../../../kernel/field.ts'
import { type Context, defineKind, type EffectMaker } from '../../../kernel/kind.ts'
import { organisationOf, staff } from '../superior.ts'

const basis = '结合本地实际学习借鉴先进经验'

const fields = {
  origin: { type: 'record', of: 'experience-case', label: '学习借鉴的经验', required: true },
  title: { type: 'code', label: '本地做法名称', required: true, max: 60 },
  ownWay: { type: 'code', label: '本地怎么做', required: true, max: 600 },
  scope: { type: 'code', label: '实施范围', required: true, max: 200 },
  target: { type: 'code', label: '预期目标', required: true, max: 200 },
  reportOn: { type: 'day', label: '反馈成效日期', required: true },
  adopter: { type: 'unit', label: '学习借鉴单位' },
  mechanism: { type: 'code', label: '原做法机制', max: 600 },
  effect: { type: 'code', label: '成效', max: 300 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const copied = {
  origin: fields.origin,
  title: fields.title,
  ownWay: fields.ownWay,
  scope: fields.scope,
  target: fields.target,
  reportOn: fields.reportOn,
} as const

const tells =
  (command: string, input: (context: Context) => Context['input']): EffectMaker =>
  (context) => {
    const ask = textOf(context.record.fields, 'origin')
    if (ask === undefined) return []
    const { adopter = null } = context.record.fields
    return [{ ask, kind: 'experience-case', command, input: { adopter, ...input(context) } }]
  }

/**
 * 学习借鉴: another place takes over an experience as a copy with its own way, scope and target; the
 * copy links back to where it comes from, and says what came of it.
 */
export const experienceAdoption = defineKind({
  name: 'experience-adoption',
  label: '学习借鉴',
  group: 'four-level-linkage',
  systems: ['experience-library'],
  version: 1,
  about: '别处的经验按本地实际改成自己的做法，写明范围和目标，到期反馈成效，与原经验相互关联。',
  fields,
  title: 'title',
  slots: { k1: 'origin', n1: 'adopter', t1: 'reportOn' },
  relations: {
    learner: {
      label: '学习借鉴的党组织',
      roles: staff,
      is: { unitType: ['committee', 'organisation', 'street', 'community'], over: 'place' },
    },
    adopter: { label: '学习借鉴单位', roles: staff, is: { seat: 'adopter' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { adopter: { label: '学习借鉴单位', is: { field: 'adopter' } } },
  responsible: 'adopter',
  starts: {
    adopt: {
      label: '学习借鉴',
      by: ['learner'],
      input: copied,
      requires: ['isPublished', 'isAnotherPlace', 'isItsOwn'],
      records: 'AdoptionBegun',
      says: '学习借鉴：{title}',
      keeps: Object.keys(copied),
      sets: ['copies'],
      facts: ['experience'],
      effects: ['tellsAdopted'],
      to: 'underway',
    },
  },
  states: {
    underway: {
      label: '实施中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'adopter', command: 'reportEffect', clock: 'report' }],
      commands: {
        reportEffect: {
          label: '反馈成效',
          by: ['adopter'],
          input: { effect: { ...fields.effect, required: true } },
          records: 'AdoptionTookEffect',
          says: '成效：{effect}',
          keeps: ['effect'],
          effects: ['tellsEffect'],
          to: 'effective',
        },
        giveUp: {
          label: '停止实施',
          by: ['adopter'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'AdoptionGivenUp',
          says: '停止实施：{reason}',
          keeps: ['reason'],
          to: 'givenUp',
          grave: true,
        },
        noteReportLate: {
          label: '反馈超期',
          by: ['clock'],
          records: 'AdoptionReportRanLate',
          says: '到期没有反馈成效',
          tells: ['adopter'],
        },
      },
    },
    effective: {
      label: '已见效',
      is: 'resting',
      step: 2,
      commands: {
        reportMore: {
          label: '补充成效',
          by: ['adopter'],
          input: { effect: { ...fields.effect, required: true } },
          records: 'AdoptionTookMoreEffect',
          says: '补充成效：{effect}',
          keeps: ['effect'],
          effects: ['tellsEffect'],
        },
      },
    },
    givenUp: { label: '已停止', is: 'end', step: 2 },
  },
  clocks: {
    report: {
      label: '反馈成效',
      stages: [{ limit: { until: 'reportOn' }, asks: 'noteReportLate' }],
      runs: ['underway'],
      basis,
    },
  },
  mainClock: 'report',
  facts: {
    experience: { kind: 'experience-case', where: { id: { input: 'origin' } }, want: 'first' },
  },
  rules: {
    isPublished: {
      id: 'R121',
      says: '只能学习借鉴已经发布的经验',
      basis,
      input: true,
      facts: ['experience'],
      holds: ({ facts }) => facts['experience']?.rows[0]?.state === 'published',
    },
    isAnotherPlace: {
      id: 'R121',
      says: '这是本地自己的经验，不用学习借鉴',
      instead: '可以直接补充原经验',
      basis,
      input: true,
      facts: ['experience'],
      holds: ({ facts, actor, world }) =>
        actor.by === 'post' &&
        facts['experience']?.rows[0]?.fields['originArea'] !==
          world.directory.units.get(actor.post.unit)?.area,
    },
    isItsOwn: {
      id: 'R121',
      says: '学习借鉴要写成本地自己的做法，不能照抄原文',
      instead: '请写明本地怎么做、在哪里做、要达到什么',
      basis,
      input: true,
      facts: ['experience'],
      holds: ({ input, facts }) =>
        textOf(input, 'ownWay') !== facts['experience']?.rows[0]?.fields['mechanism'],
    },
  },
  setters: {
    copies: ({ actor, world, facts }) => {
      if (actor.by !== 'post') return {}
      const area = organisationOf(world.directory, actor.post.unit)?.area
      const place = area === undefined ? undefined : placeOf(world.directory, area)
      const mechanism = facts['experience']?.rows[0]?.fields['mechanism'] ?? null
      return {
        fields: { adopter: actor.post.unit, mechanism },
        ...(place === undefined ? {} : { place }),
      }
    },
  },
  effects: {
    tellsAdopted: tells('adoptedBy', ({ record }) => ({ adoption: record.id })),
    tellsEffect: tells('tookEffect', ({ record }) => ({
      effect: record.fields['effect'] ?? null,
    })),
  },
  claims: {
    once: { label: '同一单位对同一经验的学习借鉴', fields: ['origin', 'adopter'], while: 'open' },
  },
  counters: {
    begun: { label: '学习借鉴', cohort: () => true },
    effective: { label: '学习借鉴见效', cohort: ({ state }) => state === 'effective' },
  },
})
