import { numberOf, textOf } from '../../../kernel/field.ts'
import type { FactRow } from '../../../kernel/fact.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { unitName } from '../../../kernel/directory.ts'
import { contentsOfPractices, required } from '../contents.ts'
import { basis } from './fields.ts'

export const rules: Readonly<Record<string, Rule>> = {
  pilotIsTold: {
    id: 'R043',
    says: '本市开展书记领航行动，报告里还没有写成效、问题、举措',
    instead: '请写好“书记领航行动”一节的三部分',
    basis: '以第一人称讲成效、讲问题、讲举措',
    facts: ['sections'],
    holds: (context) =>
      !contentsOfPractices(context.world, context.at).includes('pilot') ||
      sections(context).some((row) => row.fields['sort'] === 'pilot' && row.state === 'written'),
  },
  mustTopicsAreTold: {
    id: 'R035',
    says: '还有首要内容或必述内容没有写，不能提交',
    instead: '请把标着“必述”的各节写好再提交',
    basis: '必述、必评、必考的重要内容，在述职评议会上逐一交账',
    facts: ['sections'],
    holds: (context) =>
      sections(context).every(
        (row) => !required.includes(textOf(row.fields, 'weight') ?? '') || row.state === 'written',
      ),
  },
  isWithinLength: {
    says: '报告超过了字数上限',
    instead: '请删减；数和记录系统会附上，不用抄在正文里',
    basis: '简便易行、务求实效',
    facts: ['sections'],
    holds: (context) => {
      const most = numberOf(context.record.fields, 'most')
      return most === undefined || lengthOf(context) <= most
    },
  },
  isOnPaper: {
    says: '这份报告现场述职',
    basis,
    holds: ({ record }) => textOf(record.fields, 'form') === 'written',
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  isNamed: ({ input, world }) => {
    const unit = unitName(world.directory, numberOf(input, 'reporter') ?? 0)
    return { title: `${unit}${numberOf(input, 'year') ?? ''}年度述职报告` }
  },
  measuresLength: (context) => ({ fields: { length: lengthOf(context) } }),
}

function lengthOf(context: Context): number {
  return sections(context).reduce((sum, row) => sum + (numberOf(row.fields, 'length') ?? 0), 0)
}

function sections({ facts }: Context): readonly FactRow[] {
  return facts['sections']?.rows ?? []
}
