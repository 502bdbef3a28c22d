import { isGiven, numberOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter, type Setter } from '../../../kernel/kind.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { dayOf } from '../../../kernel/time.ts'
import { organisationOf, staff } from '../superior.ts'
import { basis, fields, written } from './fields.ts'

const setters: Readonly<Record<string, Setter>> = {
  comesFrom: ({ actor, world }) => {
    if (actor.by !== 'post') return {}
    const unit = organisationOf(world.directory, actor.post.unit)
    const place = unit === undefined ? undefined : placeOf(world.directory, unit.area)
    return {
      fields: { origin: actor.post.unit, originArea: unit?.area ?? null, adopted: 0, effective: 0 },
      ...(place === undefined ? {} : { place }),
    }
  },
  countsAdoption: ({ record, input, at }) => {
    const unit = numberOf(input, 'adopter')
    if (unit === undefined) return {}
    return {
      fields: { adopted: (numberOf(record.fields, 'adopted') ?? 0) + 1 },
      join: [
        {
          role: 'adopter',
          unit,
          fields: { adoption: input['adoption'] ?? null, since: dayOf(at) },
        },
      ],
    }
  },
  /** Whoever says more of its effect later is counted as effective once. */
  countsEffect: ({ record, input }) => {
    const unit = numberOf(input, 'adopter')
    const party = record.parties.find((one) => one.unit === unit)
    if (unit === undefined || party === undefined) return {}
    const more = isGiven(party.fields['effect']) ? 0 : 1
    return {
      fields: { effective: (numberOf(record.fields, 'effective') ?? 0) + more },
      join: [
        { role: 'adopter', unit, fields: { ...party.fields, effect: input['effect'] ?? null } },
      ],
    }
  },
}

/**
 * 经验: what worked somewhere, by which mechanism, with which figures and under which conditions.
 * Collected, reviewed, published; who learns from it makes a copy of its own, and what came of the
 * copies is told here.
 */
export const experienceCase = defineKind({
  name: 'experience-case',
  label: '经验做法',
  group: 'four-level-linkage',
  systems: ['experience-library'],
  version: 1,
  about: '各地的经验做法：征集、审核、发布，写明机制、成效和适用条件，供别处学习借鉴并反馈成效。',
  fields,
  title: 'name',
  slots: { k1: 'theme', k2: 'site', n1: 'origin', n2: 'adopted', k3: 'effective' },
  countedBy: 'theme',
  searched: ['body'],
  relations: {
    writer: {
      label: '党组织',
      roles: staff,
      is: { unitType: ['committee', 'organisation', 'street', 'community'], over: 'place' },
    },
    origin: { label: '经验来源', roles: staff, is: { seat: 'origin' } },
    reviewer: { label: '审核单位', roles: staff, is: { seat: 'reviewer' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    origin: { label: '经验来源', is: { field: 'origin' } },
    reviewer: { label: '市委组织部', is: { function: 'organise', level: 'city' } },
  },
  responsible: 'origin',
  starts: {
    submit: {
      label: '报送经验',
      by: ['writer'],
      input: written,
      records: 'ExperienceSubmitted',
      says: '报送经验：{name}',
      keeps: Object.keys(written),
      sets: ['comesFrom'],
      to: 'reviewing',
      tells: ['reviewer'],
    },
  },
  states: {
    reviewing: {
      label: '审核中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'reviewer', command: 'publish', clock: 'review' }],
      commands: {
        publish: {
          label: '发布',
          by: ['reviewer'],
          input: { opinion: fields.opinion },
          records: 'ExperiencePublished',
          says: '审核通过，发布',
          keeps: ['opinion'],
          to: 'published',
          tells: ['origin'],
        },
        sendBack: {
          label: '退回修改',
          by: ['reviewer'],
          input: { opinion: { ...fields.opinion, required: true } },
          records: 'ExperienceSentBack',
          says: '退回修改：{opinion}',
          keeps: ['opinion'],
          to: 'returned',
          tells: ['origin'],
        },
        noteReviewLate: {
          label: '审核超时',
          by: ['clock'],
          records: 'ExperienceReviewRanLate',
          says: '超过审核时限',
          tells: ['reviewer'],
        },
      },
    },
    returned: {
      label: '待修改',
      is: 'working',
      step: 1,
      expects: [{ seat: 'origin', command: 'submitAgain', clock: 'revise' }],
      commands: {
        submitAgain: {
          label: '修改后报送',
          by: ['origin'],
          input: written,
          records: 'ExperienceSubmittedAgain',
          says: '修改后重新报送',
          keeps: Object.keys(written),
          to: 'reviewing',
          tells: ['reviewer'],
        },
        giveUp: {
          label: '不再报送',
          by: ['origin'],
          records: 'ExperienceGivenUp',
          says: '不再报送',
          to: 'withdrawn',
          grave: true,
        },
        noteRevisionLate: {
          label: '修改超时',
          by: ['clock'],
          records: 'ExperienceRevisionRanLate',
          says: '退回后没有按时修改',
          tells: ['origin'],
        },
      },
    },
    published: {
      label: '已发布',
      is: 'resting',
      step: 2,
      commands: {
        adoptedBy: {
          label: '被学习借鉴',
          by: ['effect'],
          input: {
            adopter: { ...fields.adopter, required: true },
            adoption: { ...fields.adoption, required: true },
          },
          records: 'ExperienceAdopted',
          says: '{adopter} 学习借鉴',
          sets: ['countsAdoption'],
          tells: ['origin'],
        },
        tookEffect: {
          label: '学习借鉴见效',
          by: ['effect'],
          input: { adopter: { ...fields.adopter, required: true }, effect: fields.effect },
          records: 'ExperienceTookEffect',
          says: '{adopter} 反馈成效：{effect}',
          sets: ['countsEffect'],
          tells: ['origin'],
        },
        withdraw: {
          label: '撤下',
          by: ['reviewer'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'ExperienceWithdrawn',
          says: '撤下：{reason}',
          keeps: ['reason'],
          to: 'withdrawn',
          tells: ['origin'],
          grave: true,
        },
      },
    },
    withdrawn: { label: '已撤下', is: 'end', step: 3 },
  },
  parties: {
    adopter: {
      label: '学习借鉴单位',
      start: 'learning',
      states: { learning: { label: '学习借鉴', is: 'resting' } },
    },
  },
  clocks: {
    review: {
      label: '审核',
      stages: [{ limit: { parameter: 'experience.review' }, asks: 'noteReviewLate' }],
      runs: ['reviewing'],
      basis,
    },
    revise: {
      label: '修改',
      stages: [{ limit: { parameter: 'experience.revise' }, asks: 'noteRevisionLate' }],
      runs: ['returned'],
      basis,
    },
  },
  mainClock: 'review',
  rules: {},
  setters,
  counters: {
    submitted: { label: '报送经验', on: { start: true } },
    published: { label: '发布经验', on: { enters: 'published' } },
    adopted: { label: '被学习借鉴', on: { event: 'ExperienceAdopted' } },
  },
  parameters: {
    'experience.review': limitParameter('经验审核时限', { qty: 10, unit: 'working-day' }),
    'experience.revise': limitParameter('经验修改时限', { qty: 20, unit: 'working-day' }),
  },
})
