import { listOf, textOf } from '../../../kernel/field.ts'
import { type Context, defineKind, type EffectMaker } from '../../../kernel/kind.ts'
import {
  categories,
  contents,
  contentsOfPractices,
  focused,
  labelOf,
  required,
  sorts,
  standardContents,
  weightOf,
  weights,
} from '../contents.ts'
import { actsAsHost, hostFields, hostRelations, hostSeats, staff } from '../superior.ts'

const basis = '城市基层党建是党委书记抓基层党建述职评议考核的重要内容'

const fields = {
  ...hostFields,
  title: { type: 'text', label: '模板名称', required: true, max: 60 },
  category: { type: 'choice', label: '述职书记类别', options: categories },
  focus: { type: 'choice', label: '层次', options: [{ value: 'focus', label: '重点' }] },
  lines: {
    type: 'choices',
    label: '述职内容',
    options: sorts,
    help: '不选就列全部常用内容；列好后可逐项改要求',
  },
  most: { type: 'number', label: '报告字数上限', min: 500, max: 20_000 },
} as const

const drafted = {
  title: fields.title,
  category: { ...fields.category, required: true },
  lines: fields.lines,
  most: fields.most,
} as const

const effects = {
  listsTopics: ({ record, input, world, at }) => {
    const chosen = listOf(input, 'lines').filter((one) => typeof one === 'string')
    const known = contents.map(({ value }) => value as string)
    const lines = chosen.length === 0 ? standardContents(world, at) : chosen
    return lines
      .toSorted((a, b) => known.indexOf(a) - known.indexOf(b))
      .map((sort, index) => listing(record, { sort, weight: weightOf(sort), rank: index + 1 }))
  },
  listsOne: ({ record, input, words, facts }) => {
    const weight = textOf(input, 'weight') ?? 'general'
    const rank = (facts['topics']?.count ?? 0) + 1
    return [listing(record, { sort: 'local', weight, rank }, words['topic'])]
  },
} as const satisfies Record<string, EffectMaker>

/**
 * 述职模板: what secretaries of one category report on. It comes into force only with urban Party
 * building as an important line, and with 接诉即办 where the city works that way.
 */
export const appraisalTemplate = defineKind({
  name: 'appraisal-template',
  label: '述职评议考核模板',
  group: 'appraisal-accountability',
  systems: ['appraisal-by-category', 'appraisal-topics'],
  version: 1,
  about: '按书记类别定述职内容：首要内容、必述必评必考内容和一般内容，市、县、乡书记是重点。',
  fields,
  title: 'title',
  slots: { k1: 'category', k2: 'focus', k3: 'level', n1: 'host' },
  searched: ['title'],
  relations: {
    ...hostRelations,
    reader: { label: '各级党组织', roles: staff, is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: hostSeats,
  responsible: 'host',
  starts: {
    draft: {
      label: '拟述职模板',
      by: ['starter'],
      input: drafted,
      records: 'TemplateDrafted',
      says: '拟定{category}的述职模板',
      keeps: Object.keys(drafted),
      sets: ['actsAsHost', 'isFocused'],
      effects: ['listsTopics'],
      to: 'draft',
    },
  },
  states: {
    draft: {
      label: '拟定中',
      is: 'resting',
      step: 1,
      commands: {
        addTopic: {
          label: '加一项内容',
          by: ['host', 'office'],
          input: {
            topic: { type: 'text', label: '内容', required: true, max: 60 },
            weight: { type: 'choice', label: '要求', options: weights, required: true },
          },
          records: 'TemplateTopicAdded',
          says: '加一项内容：{topic}',
          facts: ['topics'],
          effects: ['listsOne'],
        },
        enact: {
          label: '启用',
          by: ['host', 'office'],
          requires: ['hasUrbanLine', 'hasResponseLine'],
          records: 'TemplateEnacted',
          says: '启用',
          to: 'inForce',
        },
        discard: {
          label: '作废',
          by: ['host', 'office'],
          records: 'TemplateDiscarded',
          says: '作废',
          to: 'retired',
          grave: true,
        },
      },
    },
    inForce: {
      label: '启用中',
      is: 'resting',
      step: 2,
      commands: {
        retire: {
          label: '停用',
          by: ['host', 'office'],
          records: 'TemplateRetired',
          says: '停用；已经开始的述职评议不受影响',
          to: 'retired',
          grave: true,
        },
      },
    },
    retired: { label: '已停用', is: 'end', step: 3 },
  },
  facts: {
    topics: {
      kind: 'appraisal-topic',
      where: { template: { own: 'id' } },
      states: ['listed'],
      want: 'list',
    },
  },
  rules: {
    hasUrbanLine: {
      id: 'R034',
      says: '模板没有把城市基层党建列为重要内容，不能启用',
      instead: '请把城市基层党建列为首要内容或必述、必评、必考内容',
      basis,
      facts: ['topics'],
      holds: (context) => holdsLine(context, 'urban'),
    },
    hasResponseLine: {
      id: 'R118',
      says: '本市实行接诉即办，模板没有把接诉即办列为重点内容，不能启用',
      instead: '请把接诉即办列为首要内容或必述、必评、必考内容',
      basis: '接诉即办是书记述职评议考核的重点内容（实行这项机制的地方）',
      facts: ['topics'],
      holds: (context) =>
        !contentsOfPractices(context.world, context.at).includes('response') ||
        holdsLine(context, 'response'),
    },
  },
  setters: {
    actsAsHost,
    isFocused: ({ input }) => ({
      fields: {
        focus: focused.includes(textOf(input, 'category') ?? '') ? 'focus' : null,
        lines: null,
      },
    }),
  },
  effects,
  claims: {
    category: {
      label: '同一党组织同一类别启用中的模板',
      fields: ['host', 'category'],
      while: 'open',
      states: ['inForce'],
    },
  },
})

function holdsLine({ facts }: Context, sort: string): boolean {
  return (facts['topics']?.rows ?? []).some(
    ({ fields: own }) => own['sort'] === sort && required.includes(textOf(own, 'weight') ?? ''),
  )
}

function listing(
  { id, fields: own }: Context['record'],
  topic: { readonly sort: string; readonly weight: string; readonly rank: number },
  title = labelOf(topic.sort),
) {
  return {
    open: 'appraisal-topic',
    command: 'list',
    input: { template: id, host: own['host'] ?? null, office: own['office'] ?? null, ...topic },
    words: { title },
  }
}
