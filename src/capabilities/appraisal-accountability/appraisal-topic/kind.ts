import { defineKind } from '../../../kernel/kind.ts'
import { sorts, weights } from '../contents.ts'
import { hostFields, hostRelations, hostSeats, staff } from '../superior.ts'

const basis = '述职评议考核内容：首要内容，必述、必评、必考内容，一般内容'

const fields = {
  host: hostFields.host,
  office: hostFields.office,
  template: { type: 'record', of: 'appraisal-template', label: '述职模板' },
  title: { type: 'text', label: '内容', required: true, max: 60 },
  sort: { type: 'choice', label: '取材', options: sorts },
  weight: { type: 'choice', label: '要求', options: weights },
  rank: { type: 'number', label: '次序', min: 1, max: 99 },
} as const

const listed = {
  template: { ...fields.template, required: true },
  host: { ...fields.host, required: true },
  office: { ...fields.office, required: true },
  title: fields.title,
  sort: { ...fields.sort, required: true },
  weight: { ...fields.weight, required: true },
  rank: fields.rank,
} as const

/**
 * 述职内容: one line of a template. What is 必述 must be told, commented on and rated; it can be
 * weighed anew or left out only while its template is a draft.
 */
export const appraisalTopic = defineKind({
  name: 'appraisal-topic',
  label: '述职内容',
  group: 'appraisal-accountability',
  systems: ['appraisal-topics'],
  version: 1,
  about: '述职模板里的一项内容：首要、必述必评必考或一般；述职报告按它分节。',
  fields,
  title: 'title',
  slots: { k1: 'template', k2: 'sort', k3: 'weight', n1: 'host', n2: 'rank' },
  relations: {
    host: hostRelations.host,
    office: hostRelations.office,
    reader: { label: '各级党组织', roles: staff, is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: hostSeats,
  responsible: 'host',
  starts: {
    list: {
      label: '列入模板',
      by: ['effect'],
      input: listed,
      records: 'TopicListed',
      says: '列入模板',
      keeps: Object.keys(listed),
      to: 'listed',
    },
  },
  states: {
    listed: {
      label: '已列入',
      is: 'resting',
      step: 1,
      commands: {
        weigh: {
          label: '改要求',
          by: ['host', 'office'],
          input: { weight: { ...fields.weight, required: true } },
          requires: ['templateIsDraft'],
          records: 'TopicWeighed',
          says: '定为{weight}',
          keeps: ['weight'],
        },
        drop: {
          label: '不列',
          by: ['host', 'office'],
          requires: ['templateIsDraft'],
          records: 'TopicDropped',
          says: '从模板中去掉',
          to: 'dropped',
        },
      },
    },
    dropped: { label: '未列入', is: 'end', step: 2 },
  },
  facts: {
    draft: {
      kind: 'appraisal-template',
      where: { id: { field: 'template' } },
      states: ['draft'],
      want: 'exists',
    },
  },
  rules: {
    templateIsDraft: {
      says: '模板已经启用，内容不再改',
      instead: '请另拟模板，启用后替换原来的',
      basis,
      facts: ['draft'],
      holds: ({ facts }) => (facts['draft']?.count ?? 0) > 0,
    },
  },
})
