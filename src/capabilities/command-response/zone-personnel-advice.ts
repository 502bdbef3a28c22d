import { defineKind } from '../../kernel/kind.ts'
import { basis, onlyTheCommander, practice, zone } from './war-zone-command/zone.ts'

/** Those of the street who deal with personnel: the advice is no part of the zone's open record. */
const confidants = ['head', 'leader', 'secretary'] as const

const fields = {
  body: { type: 'code', label: '派驻机构', required: true, max: 60 },
  head: { type: 'text', label: '负责人', required: true, max: 20 },
  department: { type: 'unit', of: 'department', label: '主管部门', required: true },
  opinion: { type: 'long', label: '建议和理由', required: true, max: 1000 },
  holder: { type: 'unit', label: '战区街道' },
} as const

/**
 * 总指挥人事建议: what the commander of a zone advises on the head of a stationed body. It opens a
 * consultation in which the department must say what became of it, and stays between them.
 */
export const zonePersonnelAdvice = defineKind({
  name: 'zone-personnel-advice',
  label: '战区人事建议',
  group: 'command-response',
  systems: ['war-zone-command'],
  version: 1,
  about: '总指挥就派驻机构负责人提出人事建议，转为派驻机构负责人征求意见，由主管部门答复采纳情况。',
  practices: [practice],
  fields,
  title: 'body',
  slots: { n1: 'holder' },
  relations: {
    commanding: {
      label: '属地街道',
      roles: confidants,
      is: { unitType: ['street'], over: 'place' },
    },
    street: { label: '战区街道', roles: confidants, is: { seat: 'holder' } },
  },
  see: ['street'],
  tellsReaders: true,
  seats: { holder: { label: '战区街道', is: { field: 'holder' } } },
  responsible: 'holder',
  starts: {
    advise: {
      label: '提出人事建议',
      by: ['commanding'],
      input: {
        body: fields.body,
        head: fields.head,
        department: fields.department,
        opinion: fields.opinion,
      },
      requires: ['onlyTheCommander'],
      records: 'PersonnelAdvised',
      says: '提出人事建议，已转主管部门',
      keeps: ['body', 'head', 'department', 'opinion'],
      sets: ['seatsStreet'],
      effects: ['opensConsultation'],
      to: 'passedOn',
    },
  },
  states: { passedOn: { label: '已转主管部门', is: 'end', step: 1 } },
  facts: { zone },
  rules: {
    onlyTheCommander: {
      ...onlyTheCommander,
      says: '人事建议由本战区总指挥（街道党工委书记）或登记在册的代行人提出',
      basis,
    },
  },
  setters: {
    seatsStreet: ({ facts }) => ({
      fields: { holder: facts['zone']?.rows[0]?.fields['holder'] ?? null },
    }),
  },
  effects: {
    opensConsultation: ({ record, input, words }) => [
      {
        open: 'stationed-head-consultation',
        command: 'advise',
        input: {
          body: input['body'] ?? null,
          department: input['department'] ?? null,
          street: record.fields['holder'] ?? null,
        },
        words: { head: words['head'] ?? '', opinion: words['opinion'] ?? '' },
      },
    ],
  },
})
