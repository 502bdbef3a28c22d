import { limitParameter, type Clock, type Command, type State } from '../../kernel/kind.ts'
import type { Fields } from '../../kernel/field.ts'

type Events = Readonly<
  Record<'approved' | 'sentBack' | 'resubmitted' | 'reviewLate' | 'redraftLate', string>
>

const reason = { type: 'text', label: '理由', required: true, max: 300 } as const

/**
 * 把关: what a secretary puts forward is looked at by the level above before it holds; sent back, it
 * is put forward again. It never ends by being refused: a year has exactly one.
 */
export function reviewedFirst(given: {
  readonly events: Events
  readonly inputs: Fields
  readonly requires: readonly string[]
  readonly to: string
}): Readonly<Record<'review' | 'draft', State>> {
  const { events, inputs, requires, to } = given
  const approve: Command = {
    label: '审核通过',
    by: ['superior', 'office'],
    input: { opinion: { type: 'text', label: '审核意见', max: 300 } },
    records: events.approved,
    says: '审核通过',
    to,
    tells: ['unit'],
  }
  return {
    review: {
      label: '待审核',
      plain: '还在审核，尚未公开',
      is: 'working',
      step: 1,
      expects: [{ seat: 'office', command: 'approve', clock: 'review' }],
      commands: {
        approve,
        sendBack: {
          label: '退回修改',
          by: ['superior', 'office'],
          input: { reason },
          records: events.sentBack,
          says: '退回修改：{reason}',
          to: 'draft',
          tells: ['unit'],
        },
        noteReviewLate: noted('审核超时', events.reviewLate, 'office'),
      },
    },
    draft: {
      label: '待修改',
      plain: '还在修改，尚未公开',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'resubmit', clock: 'redraft' }],
      commands: {
        resubmit: {
          label: '改好再报',
          by: ['unit'],
          input: inputs,
          requires,
          records: events.resubmitted,
          says: '修改后再报',
          keeps: Object.keys(inputs),
          to: 'review',
          tells: ['office'],
        },
        noteRedraftLate: noted('修改超时', events.redraftLate, 'unit'),
      },
    },
  }
}

/** The two clocks of a review, their limits the city's. */
export function reviewClocks(name: string) {
  return {
    clocks: {
      review: clock('审核', 'review', { parameter: `${name}.review`, asks: 'noteReviewLate' }),
      redraft: clock('修改', 'draft', { parameter: `${name}.redraft`, asks: 'noteRedraftLate' }),
    },
    parameters: {
      [`${name}.review`]: limitParameter('上级审核时限', { qty: 5, unit: 'working-day' }),
      [`${name}.redraft`]: limitParameter('退回修改时限', { qty: 5, unit: 'working-day' }),
    },
  } as const
}

/** A clock of one state whose limit the city sets. */
export function clock(
  label: string,
  runs: string,
  { parameter, asks }: { readonly parameter: string; readonly asks: string },
): Clock {
  const basis = '本市参数，可在设置中修改'
  return { label, stages: [{ limit: { parameter }, asks }], runs: [runs], basis }
}

/** The clock's own remark that something is late. */
export function noted(label: string, records: string, ...tells: string[]): Command {
  return { label, by: ['clock'], records, says: label, tells }
}
