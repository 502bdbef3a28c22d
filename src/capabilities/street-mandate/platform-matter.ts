import { listOf, numberOf, textOf } from '../../kernel/field.ts'
import { type Context, defineKind, limitParameter } from '../../kernel/kind.ts'
import { basis, platforms, practice } from './four-platforms/platforms.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  matter: { type: 'long', label: '事项', required: true, max: 1000 },
  platform: { type: 'choice', label: '平台', required: true, options: platforms },
  set: { type: 'record', of: 'four-platforms', label: '街道四个平台', required: true },
  lead: { type: 'unit', label: '牵头机构' },
  holder: { type: 'unit', label: '街道' },
  reason: { type: 'text', label: '改派理由', required: true, max: 300 },
  partners: { type: 'units', of: ['street-office', 'department'], label: '协同单位', max: 10 },
  result: { type: 'long', label: '办理结果', required: true, max: 1000 },
} as const

/**
 * 平台事项: a matter in the queue of one of a street's four platforms, and of one only; other units
 * join in on it, and moving it to another platform is said with a reason.
 */
export const platformMatter = defineKind({
  name: 'platform-matter',
  label: '平台事项',
  group: 'street-mandate',
  systems: ['four-platforms'],
  version: 1,
  about: '街道事项归入四个平台中的一个办理，需要的由其他单位协同。',
  practices: [practice],
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'platform', k2: 'set', n1: 'lead', n2: 'holder' },
  searched: ['title', 'matter'],
  relations: {
    street: {
      label: '街道',
      roles: [...staff, 'dispatcher'],
      is: { unitType: ['street'], over: 'place' },
    },
    lead: { label: '牵头机构', roles: [...staff, 'worker'], is: { seat: 'lead' } },
    partner: { label: '协同单位', roles: [...staff, 'worker'], is: { party: 'partner' } },
    above: {
      label: '市、区领导和督查单位',
      roles: ['leader', 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['street', 'lead', 'partner', 'above'],
  seats: {
    lead: { label: '牵头机构', is: { field: 'lead' } },
    holder: { label: '街道', is: { field: 'holder' } },
    partner: { label: '协同单位', is: { self: 'party' } },
  },
  responsible: 'lead',
  starts: {
    route: {
      label: '归入平台',
      by: ['street'],
      input: {
        title: fields.title,
        matter: fields.matter,
        set: fields.set,
        platform: fields.platform,
        partners: fields.partners,
      },
      requires: ['sitsInOnePlatform'],
      records: 'MatterRouted',
      says: '归入{platform}：{matter}',
      keeps: ['title', 'matter', 'set', 'platform'],
      sets: ['seatsLead', 'joinsPartners'],
      to: 'handling',
      tells: ['lead', 'partner'],
    },
  },
  states: {
    handling: {
      label: '办理中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'lead', command: 'finish', clock: 'handle' }],
      commands: {
        finish: {
          label: '办结',
          by: ['lead', 'street'],
          input: { result: fields.result },
          records: 'MatterFinished',
          says: '办结：{result}',
          keeps: ['result'],
          to: 'finished',
          tells: ['partner', 'holder'],
        },
        reroute: {
          label: '改到别的平台',
          by: ['street'],
          input: { set: fields.set, platform: fields.platform, reason: fields.reason },
          requires: ['sitsInOnePlatform'],
          records: 'MatterRerouted',
          says: '改到{platform}：{reason}',
          keeps: ['set', 'platform', 'reason'],
          sets: ['seatsLead'],
          tells: ['lead'],
        },
        cooperate: {
          label: '请协同',
          by: ['lead', 'street'],
          input: { partners: { ...fields.partners, required: true } },
          records: 'CooperationAsked',
          says: '请 {partners} 协同',
          sets: ['joinsPartners'],
          tells: ['partner'],
        },
        noteLate: {
          label: '办理超时',
          by: ['clock'],
          records: 'MatterRanLate',
          says: '超过办理时限',
          tells: ['lead', 'holder'],
        },
      },
    },
    finished: { label: '已办结', is: 'end', step: 2 },
  },
  parties: {
    partner: {
      label: '协同单位',
      start: 'asked',
      states: {
        asked: {
          label: '待协同',
          is: 'working',
          expects: [{ seat: 'partner', command: 'report', clock: 'report' }],
          commands: {
            report: {
              label: '报协同情况',
              by: ['partner'],
              input: { result: fields.result },
              records: 'PartnerReported',
              says: '{unit}：{result}',
              sets: ['keepsResult'],
              to: 'reported',
              tells: ['lead'],
            },
            noteReportLate: {
              label: '协同超时',
              by: ['clock'],
              records: 'PartnerRanLate',
              says: '{party}超过协同时限',
              tells: ['partner', 'lead'],
            },
          },
        },
        reported: { label: '已协同', is: 'resting' },
      },
      clocks: {
        report: {
          label: '协同',
          stages: [{ limit: { parameter: 'platform.partner' }, asks: 'noteReportLate' }],
          runs: ['asked'],
          basis,
        },
      },
    },
  },
  clocks: {
    handle: {
      label: '办理',
      stages: [{ limit: { parameter: 'platform.handle' }, asks: 'noteLate' }],
      runs: ['handling'],
      basis,
    },
  },
  mainClock: 'handle',
  countedBy: 'platform',
  facts: {
    set: {
      kind: 'four-platforms',
      where: { id: { input: 'set' } },
      states: ['running'],
      want: 'first',
    },
  },
  rules: {
    sitsInOnePlatform: {
      id: 'R114',
      says: '事项要归入本街道运行中的四个平台之一',
      instead: '请选择四个平台中的一个',
      basis,
      input: true,
      facts: ['set'],
      holds: (context) => leadOf(context) !== undefined,
    },
  },
  setters: {
    seatsLead: (context) => ({
      fields: {
        lead: leadOf(context) ?? null,
        holder: context.facts['set']?.rows[0]?.fields['holder'] ?? null,
      },
    }),
    joinsPartners: ({ input, record }) => ({
      join: listOf(input, 'partners').flatMap((unit) =>
        typeof unit !== 'number' || record.parties.some((party) => party.unit === unit)
          ? []
          : [{ role: 'partner', unit }],
      ),
    }),
    keepsResult: ({ input }) => ({ party: { result: input['result'] ?? null } }),
  },
  counters: {
    routed: { label: '归入平台', on: { start: true } },
    finished: { label: '办结', on: { enters: 'finished' } },
    late: { label: '办理超时', on: { event: 'MatterRanLate' } },
  },
  parameters: {
    'platform.handle': limitParameter('平台事项办理时限', { qty: 10, unit: 'working-day' }),
    'platform.partner': limitParameter('平台协同时限', { qty: 5, unit: 'working-day' }),
  },
})

/** Who leads the named platform of the street in which the matter lies. */
function leadOf({ facts, input, record, world }: Context): number | undefined {
  const set = facts['set']?.rows[0]?.fields ?? {}
  const street = world.directory.units.get(numberOf(set, 'holder') ?? 0)
  const platform = platforms.find(({ value }) => value === textOf(input, 'platform'))
  if (platform === undefined || street?.area !== record.place.street) return undefined
  return numberOf(set, platform.value)
}
