import { levelOfUnit } from '../../../kernel/area-tree.ts'
import { textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { leadingContents, requiredContents } from './contents.ts'

const basis = '逐级明确党建工作职责任务'
const facts = requiredContents.map(({ content }) => content)

/** What a level's list must hold, and in which order it is made. */
export const rules: Readonly<Record<string, Rule>> = {
  isOfTheCity: {
    says: '四级职责清单由市委或市委组织部统一列入',
    basis,
    holds: ({ actor, world }) =>
      actor.by === 'post' && levelOfUnit(world.directory, actor.post.unit) === 'city',
  },
  contentFitsLevel: {
    id: 'R028',
    says: '这一类职责不属于所选的层级',
    instead: '必备职责各归其层级；不是必备的，请选“其他职责”',
    basis,
    input: true,
    holds: ({ input }) => {
      const required = requiredContents.find(({ content }) => content === textOf(input, 'content'))
      return required === undefined || required.level === textOf(input, 'level')
    },
  },
  requiredFirst: {
    id: 'R028',
    says: '这一层级的必备职责还没有列全，不能先列其他职责',
    instead: '先列必备职责：市委管规划指导和重大问题，区委管具体推动，街道管统筹，社区管兜底',
    basis,
    input: true,
    facts,
    holds: ({ input, facts: found }) =>
      textOf(input, 'content') !== 'other' ||
      requiredContents
        .filter(({ level }) => level === textOf(input, 'level'))
        .every(({ content }) => (found[content]?.count ?? 0) > 0),
  },
  contentStays: {
    id: 'R028',
    says: '这是该层级的必备职责，退出后清单会缺项',
    instead: '表述需要调整的，请用“修订”',
    basis,
    facts,
    holds: ({ record, facts: found }) => {
      const content = textOf(record.fields, 'content') ?? ''
      return content === 'other' || (found[content]?.count ?? 0) > 1
    },
  },
  leadsItsLevel: {
    says: '不是这一层级的主责',
    basis,
    holds: ({ record }) => leadingContents.includes(textOf(record.fields, 'content') ?? ''),
  },
}
