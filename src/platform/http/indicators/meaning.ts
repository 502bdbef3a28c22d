import {
  type Cover,
  countTermsOf,
  type Having,
  type Indicator,
  isCover,
  type Term,
} from '../../../kernel/indicator.ts'
import type { HttpDeps } from '../deps.ts'
import { levelNames, measureLabel, thingsLabel } from './words.ts'

export type TermView = {
  /** 'n0', 'd1': which of the numerator's or denominator's. */
  readonly key: string
  readonly label: string
  readonly weight: number
  readonly kind?: string
  readonly kindLabel?: string
  /** What is asked about, and what each must have: a list of those that have and those that lack. */
  readonly covered?: { readonly things: string; readonly wants: readonly string[] }
}

/** What a declared figure says, in words: how it is counted, of what, on what basis. */
export function meaningOf(deps: Words, indicator: Indicator) {
  const { numerator, denominator, references = [], ...said } = indicator
  const { id, part, label, formula, unit, goal, band, basis, version, by, smallest } = said
  const group = groupOf(deps, indicator)
  return {
    id,
    part,
    label,
    formula,
    unit,
    goal,
    band,
    basis,
    version,
    by,
    smallest,
    references,
    systems: said.systems,
    period: said.period,
    group,
    groupLabel: group === undefined ? undefined : deps.groups[group],
    terms: [...termsView(deps, numerator, 'n'), ...termsView(deps, denominator, 'd')],
  }
}

type Words = Pick<HttpDeps, 'registry' | 'groups'>

function termsView(deps: Words, terms: readonly Term[], side: 'n' | 'd'): readonly TermView[] {
  return terms.map((term, at) => {
    const own = { key: `${side}${at}`, weight: term.weight }
    if (isCover(term)) {
      const covered = coverWords(deps, term.covered)
      return { ...own, label: coverLabel(covered), covered }
    }
    const kindLabel = deps.registry.get(term.kind)?.label ?? term.kind
    return {
      ...own,
      label: measureLabel(deps, term.kind, term.measure),
      kind: term.kind,
      kindLabel,
    }
  })
}

function coverWords(deps: Words, { of, having = [], only }: Cover) {
  const things = thingsLabel(deps, of, having)
  return {
    things: only === undefined ? things : `${things}（列入统计的）`,
    wants: having.map((wanted) => wantText(deps, wanted)),
  }
}

function coverLabel({ things, wants }: { things: string; wants: readonly string[] }): string {
  return wants.length === 0 ? `全部${things}` : `${wants.join('，且')}的${things}`
}

/** '每个街道、社区各有党建联席会议“已召开”至少 1 件'. */
function wantText(deps: Words, { kind, measures, atLeast, every }: Having): string {
  const what = measures.map((measure) => measureLabel(deps, kind, measure)).join('或')
  const where =
    every === undefined ? '有' : `所辖${every.map((level) => levelNames[level]).join('、')}各有`
  return `${where}${deps.registry.get(kind)?.label ?? kind}${what}${leastText(atLeast)}`
}

function leastText(atLeast: Having['atLeast']): string {
  return typeof atLeast === 'number'
    ? `至少 ${atLeast} 件`
    : `达到本市规定的件数（默认 ${atLeast.else} 件）`
}

/** The group of the first kind it counts, or of a kind that carries one of its systems. */
function groupOf({ registry }: Words, indicator: Indicator): string | undefined {
  const counted = [
    ...countTermsOf(indicator).map(({ kind }) => kind),
    ...[...indicator.numerator, ...indicator.denominator].flatMap((term) =>
      isCover(term) ? (term.covered.having ?? []).map(({ kind }) => kind) : [],
    ),
  ]
  const carries = [...registry.values()].find(({ systems }) =>
    systems.some((system) => indicator.systems.includes(system)),
  )
  return carries?.group ?? registry.get(counted[0] ?? '')?.group
}
