import type { FactRow } from '../../../kernel/fact.ts'
import { numberOf, textOf, type Value } from '../../../kernel/field.ts'
import type { Context, EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { hasNoPost, personRules, personSetters } from '../person.ts'
import { actsForCommittee, answersToAsker } from '../reviewing.ts'
import { basis } from './fields.ts'
import { votesOf } from './votes.ts'

const scales: Readonly<Record<string, readonly string[]>> = {
  four: ['good', 'fairlyGood', 'average', 'poor'],
  three: ['good', 'average', 'poor'],
}

export const rules: Readonly<Record<string, Rule>> = {
  ...personRules,
  answersToAsker: answersToAsker('unit'),
  isStillHere: {
    says: '本人已离任',
    basis,
    holds: ({ record }) => record.fields['gone'] !== true,
  },
  isGone: {
    says: '本人还有岗位，由本人在平台上看等次、提意见',
    basis,
    holds: ({ record }) => record.fields['gone'] === true,
  },
  /** Also of who left after the grade was told. */
  isGoneByNow: {
    says: '本人还有岗位，由本人在平台上看等次、提意见',
    basis,
    facts: ['present'],
    holds: ({ record, facts }) =>
      record.fields['gone'] === true || hasNoPost(record.fields, facts['present']?.post),
  },
  hasBeenInformed: {
    says: '书面告知日期不能晚于今天',
    basis,
    input: true,
    holds: ({ input, at }) => (textOf(input, 'informedOn') ?? '9999') <= dayOf(at),
  },
  objectsOnPaper: {
    says: '本人没有提出不同意见',
    basis,
    input: true,
    holds: ({ words }) => (words['objection'] ?? '') !== '',
  },
  hasReasons: {
    id: 'R040',
    says: '评定等次要写明理由，不少于 10 个字',
    instead: '请写清依据的事实；系统只列情况，不评等次',
    basis,
    input: true,
    holds: ({ words }) => [...(words['reasons'] ?? '').trim()].length >= 10,
  },
  gradeIsOnScale: {
    says: '本市的等次里没有这一档',
    basis: '等次由本市参数确定',
    input: true,
    holds: (context) => {
      const scale = scales[textOfParameter(context, 'rating.scale')] ?? []
      return scale.includes(textOf(context.input, 'grade') ?? '')
    },
  },
  /** Nobody stands worse for having objected without being heard on it. */
  isLowerThanBefore: {
    id: 'R040',
    says: '改评低于原等次的，重新告知本人',
    basis,
    holds: ({ record: { fields } }) =>
      placeOn(textOf(fields, 'grade')) > placeOn(textOf(fields, 'former')),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  ...personSetters,
  actsForCommittee,
  sitsInUnit: ({ input }) => ({ fields: { sits: input['unit'] ?? null } }),
  /** The system tells what was pointed out and what became of it; the grade is for people. */
  tellsWhatSpeaks: (context) => {
    const { input, facts, world } = context
    const year = numberOf(input, 'year')
    const rows = (facts['problems']?.rows ?? []).filter((row) => stoodIn(row, year))
    const name = world.directory.units.get(numberOf(input, 'unit') ?? 0)?.name ?? ''
    return {
      fields: {
        raised: rows.length,
        closed: rows.filter(({ state }) => ['closed', 'settled'].includes(state)).length,
        overdue: rows.filter(({ fields }) => fields['late'] === 'late').length,
        votes: votesOf(context),
      },
      title: `${name}${year ?? ''}年度评定`,
    }
  },
  keepsFormer: ({ record }) => ({ fields: { former: record.fields['grade'] ?? null } }),
  isLowOrNot: (context) => ({ fields: { low: isLowGrade(context, context.input['grade']) } }),
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  /** Proposed to the committee, which decides itself: nobody is interviewed by a grade, and by none
   *  that does not stand yet. */
  proposesInterview: ({ record: { id, state, fields } }) =>
    state === 'final' && fields['low'] === true
      ? [
          {
            open: 'interview',
            command: 'propose',
            input: {
              cause: 'grade',
              rating: id,
              person: fields['person'] ?? null,
              host: fields['host'] ?? null,
              office: fields['office'] ?? null,
              unit: fields['unit'] ?? null,
              year: fields['year'] ?? null,
            },
          },
        ]
      : [],
}

/** How far down the longest scale, which holds every grade of the others. */
function placeOn(grade = ''): number {
  return (scales['four'] ?? []).indexOf(grade)
}

function stoodIn({ state, fields }: FactRow, year: number | undefined): boolean {
  const [first, last] = [numberOf(fields, 'firstYear'), numberOf(fields, 'year')]
  if (state === 'withdrawn' || year === undefined) return false
  return (first ?? 0) <= year && year <= (last ?? 0)
}

function isLowGrade(context: Context, grade: Value | undefined): boolean {
  const low = textOfParameter(context, 'rating.lowFrom') === 'poor' ? ['poor'] : ['average', 'poor']
  return typeof grade === 'string' && low.includes(grade)
}

function textOfParameter({ world, at }: Context, name: string): string {
  const value = parameterAt(world, name, at)?.value
  return typeof value === 'string' ? value : ''
}
