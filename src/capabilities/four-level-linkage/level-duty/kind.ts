import { numberOf } from '../../../kernel/field.ts'
import type { Fact } from '../../../kernel/fact.ts'
import { type Command, defineKind } from '../../../kernel/kind.ts'
import { fourLevels, staff } from '../superior.ts'
import { contents, requiredContents } from './contents.ts'
import { rules } from './rules.ts'

/** A published list is public text: it stands in events whole. */
const fields = {
  number: { type: 'code', label: '编号', required: true, max: 20 },
  level: { type: 'choice', label: '层级', required: true, options: fourLevels },
  content: { type: 'choice', label: '职责类别', required: true, options: contents },
  duty: { type: 'code', label: '职责任务', required: true, max: 200 },
  detail: { type: 'code', label: '具体内容', max: 500 },
  basis: { type: 'code', label: '依据', max: 300 },
  version: { type: 'number', label: '版本' },
  reason: { type: 'code', label: '修订或退出理由', max: 200 },
} as const

const written = {
  number: fields.number,
  level: fields.level,
  content: fields.content,
  duty: fields.duty,
  detail: fields.detail,
  basis: fields.basis,
} as const

const reworded = {
  duty: fields.duty,
  detail: fields.detail,
  basis: fields.basis,
  reason: { ...fields.reason, required: true },
} as const

const withdraw: Command = {
  label: '退出清单',
  by: ['keeper'],
  input: { reason: { ...fields.reason, required: true } },
  requires: ['contentStays'],
  records: 'LevelDutyWithdrawn',
  says: '退出清单：{reason}',
  keeps: ['reason'],
  to: 'withdrawn',
  grave: true,
}

const amend: Command = {
  label: '修订',
  by: ['keeper'],
  input: reworded,
  records: 'LevelDutyAmended',
  says: '修订：{reason}',
  keeps: Object.keys(reworded),
  sets: ['nextVersion'],
}

/** How many items of each required content are in force, by the content's name. */
const standing = Object.fromEntries(
  requiredContents.map(({ level, content }): [string, Fact] => [
    content,
    {
      kind: 'level-duty',
      where: { level: { value: level }, content: { value: content } },
      states: ['leading', 'inForce'],
      want: 'count',
    },
  ]),
)

/**
 * 四级职责任务清单: what the city's committee, a district's, a street's and a community's Party
 * organisation each answer for. Drawn up by the city, read by everyone; what a level's list must
 * hold stands first and cannot be taken out.
 */
export const levelDuty = defineKind({
  name: 'level-duty',
  label: '四级职责任务',
  group: 'four-level-linkage',
  systems: ['four-level-duties'],
  version: 1,
  about: '市、区、街道、社区四级党组织各自的职责任务清单，必备职责先列入，不能缺项。',
  fields,
  title: 'duty',
  slots: { k1: 'number', k2: 'content', k3: 'level' },
  countedBy: 'level',
  relations: {
    keeper: {
      label: '市委和市委组织部',
      roles: staff,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: { keeper: { label: '市委', is: { function: 'lead', level: 'city' } } },
  responsible: 'keeper',
  starts: {
    list: {
      label: '列入清单',
      by: ['keeper'],
      input: written,
      requires: ['isOfTheCity', 'contentFitsLevel', 'requiredFirst'],
      records: 'LevelDutyListed',
      says: '列入清单 {number} {duty}',
      keeps: Object.keys(written),
      sets: ['firstVersion'],
      moves: [{ to: 'leading', when: 'leadsItsLevel' }],
      to: 'inForce',
    },
  },
  states: {
    leading: { label: '主责生效', is: 'resting', step: 1, commands: { amend, withdraw } },
    inForce: { label: '生效中', is: 'resting', step: 1, commands: { amend, withdraw } },
    withdrawn: { label: '已退出', is: 'end', step: 2 },
  },
  facts: standing,
  rules,
  setters: {
    firstVersion: ({ world }) => ({
      fields: { version: 1 },
      place: { city: world.directory.city },
    }),
    nextVersion: ({ record }) => ({
      fields: { version: (numberOf(record.fields, 'version') ?? 1) + 1 },
    }),
  },
  claims: {
    number: { label: '同一层级的编号', fields: ['level', 'number'], while: 'open' },
    leading: {
      label: '同一层级的主责',
      fields: ['level', 'content'],
      while: 'open',
      states: ['leading'],
    },
  },
  counters: {
    amended: { label: '清单修订', on: { event: 'LevelDutyAmended' } },
    withdrawn: { label: '清单退出', on: { enters: 'withdrawn' } },
  },
})
