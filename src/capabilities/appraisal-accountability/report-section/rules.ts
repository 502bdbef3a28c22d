import { isGiven, textOf } from '../../../kernel/field.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { required } from '../contents.ts'
import { beforeAndAfter, evidenceOf, hasSource } from '../secretary-report/evidence.ts'
import { basis } from './fields.ts'
import { takesFigures, takesFiguresAgain } from './figures.ts'

const marking = '必述、必评、必考的重要内容，在述职评议会上逐一交账'

export const rules: Readonly<Record<string, Rule>> = {
  cycleIsInMeeting: {
    id: 'R035',
    says: '只在会上述职评议阶段逐项点评、考核',
    instead: '转入会后整改以后不再打分；对等次有意见的，在等次评定里提出',
    basis: marking,
    facts: ['meeting'],
    holds: ({ facts }) => (facts['meeting']?.count ?? 0) > 0,
  },
  reportIsTold: {
    says: '还没有述职，不能逐项点评',
    instead: '请在述职以后点评',
    basis: '一述一评，先述后评',
    facts: ['told'],
    holds: ({ facts }) => (facts['told']?.count ?? 0) > 0,
  },
  isNotRemarked: {
    id: 'R035',
    says: '这一节已经点评、考核过，不能再改',
    basis: marking,
    holds: ({ record }) => !isGiven(record.fields['mark']),
  },
  reportIsDrafted: {
    says: '报告已经提交，不能再改',
    instead: '需要改的，请审核单位退回',
    basis,
    facts: ['drafted'],
    holds: ({ facts }) => (facts['drafted']?.count ?? 0) > 0,
  },
  isPlain: {
    says: '这一节要分成效、问题、举措三部分写',
    basis,
    holds: (context) => !isPilot(context),
  },
  hasParts: {
    says: '这一节不分成效、问题、举措',
    basis,
    holds: isPilot,
  },
  hasMaterial: {
    says: '这一节没有系统取数、备料',
    basis,
    holds: ({ record }) =>
      textOf(record.fields, 'figure1') !== undefined || hasSource(sortOf(record)),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  takesFigures,
  takesFiguresAgain,
  /** What was said when the report began goes stale: a problem is closed, a promise is kept. */
  drawsEvidenceAgain: (context) => {
    const sort = sortOf(context.record)
    const evidence = evidenceOf(context, sort)
    return {
      fields: {
        ...(evidence === undefined ? {} : { evidence }),
        ...(sort === 'demands' ? beforeAndAfter(context) : {}),
      },
    }
  },
  awaitsRemark: ({ input }) => ({
    fields: { awaiting: required.includes(textOf(input, 'weight') ?? '') ? 1 : null },
  }),
  isRemarkedOn: () => ({ fields: { awaiting: null } }),
  measuresLength: ({ words }) => ({
    fields: {
      length: ['body', 'effect', 'problems', 'measures'].reduce(
        (sum, name) => sum + [...(words[name] ?? '').replaceAll(/\s/gu, '')].length,
        0,
      ),
    },
  }),
}

function isPilot({ record }: Context): boolean {
  return sortOf(record) === 'pilot'
}

function sortOf({ fields }: Context['record']): string {
  return textOf(fields, 'sort') ?? ''
}
