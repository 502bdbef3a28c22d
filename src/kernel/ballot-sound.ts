import type { BallotQuestion } from './ballot.ts'
import type { Kind } from './kind.ts'

/** What is unsound in the vote a kind declares, in words its author can act on. */
export function ballotProblems(kind: Kind): readonly string[] {
  const { ballot } = kind
  if (ballot === undefined) return []
  const { opens, counts = [], by, reads, eligible, sheet, tally } = ballot
  const says = (text: string) => `ballot: ${text}`
  return [
    ...(opens.length === 0 ? ['opens in no state'] : []),
    ...[...opens, ...counts].flatMap((state) => stateProblems(kind, state, tally)),
    // Counted it may still be after the end; nobody can be asked to vote there.
    ...opens
      .filter((state) => kind.states[state]?.is === 'end')
      .map((state) => `opens in ${state}, which is an end`),
    ...[...by, ...reads]
      .filter((one) => kind.relations[one] === undefined)
      .map((one) => `no relation ${one}`),
    ...(by.length === 0 ? ['nobody opens it'] : []),
    ...(kind.fields[eligible]?.type === 'number' ? [] : [`no number field ${eligible}`]),
    ...(sheet.length === 0 ? ['asks nothing'] : []),
    ...twice(sheet.map(({ name }) => name)).map((name) => `asks ${name} twice`),
    ...sheet.flatMap((question) => questionProblems(kind, question)),
  ].map(says)
}

function stateProblems(kind: Kind, name: string, tally: string): readonly string[] {
  const state = kind.states[name]
  if (state === undefined) return [`no state ${name}`]
  const command = state.commands?.[tally]
  const told = ['cast', 'handed', 'tally'].filter((one) => command?.input?.[one] === undefined)
  return [
    ...(command?.by.join() === 'effect' ? [] : [`${name} does not offer ${tally} to the system`]),
    ...(command === undefined ? [] : told.map((one) => `${tally} takes no ${one}`)),
  ]
}

function questionProblems(kind: Kind, { name, choices, each }: BallotQuestion): readonly string[] {
  const values = choices.map(({ value }) => value)
  return [
    ...(/^\w+$/u.test(name) ? [] : [`${name} is no plain name`]),
    ...(values.length < 2 || values.length > 9 ? [`${name} needs two to nine choices`] : []),
    ...twice(values).map((value) => `${name} offers ${value} twice`),
    ...values
      .filter((value) => !/^[\w-]+$/u.test(value))
      .map((value) => `${name} offers ${value}, which is no plain name`),
    ...(each !== undefined && 'parties' in each ? partyProblems(kind, name, each) : []),
    ...(each !== undefined && 'field' in each && kind.fields[each.field]?.type !== 'choices'
      ? [`${name}: no field of choices ${each.field}`]
      : []),
  ]
}

function partyProblems(
  { parties }: Kind,
  name: string,
  { parties: role, states = [] }: { parties: string; states?: readonly string[] },
): readonly string[] {
  const declared = parties?.[role]
  if (declared === undefined) return [`${name}: no party ${role}`]
  return states
    .filter((state) => declared.states[state] === undefined)
    .map((state) => `${name}: no state ${state} of ${role}`)
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}
