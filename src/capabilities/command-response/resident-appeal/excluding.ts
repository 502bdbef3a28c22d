import type { Command, Setter, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const leaveFigures: Command = {
  label: '剔除',
  by: ['effect'],
  input: { exclusion: fields.exclusion },
  records: 'LeftFigures',
  says: '经审核，不计入响应率和解决率的基数',
  keeps: ['exclusion'],
  tells: ['lead', 'desk'],
}

const countAgain: Command = {
  label: '撤销剔除',
  by: ['effect'],
  records: 'CountedAgain',
  says: '撤销剔除，重新计入',
  sets: ['countsAgain'],
  tells: ['lead', 'desk'],
}

/** Whatever became of the appeal meanwhile, it leaves the base of the rates and comes back. What is
 *  owed to the person who asked is the same either way. */
export function excluding(
  states: Readonly<Record<string, State>>,
): Readonly<Record<string, State>> {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      { ...state, commands: { ...state.commands, leaveFigures, countAgain } },
    ]),
  )
}

export const excludingSetters = {
  countsAgain: () => ({ fields: { exclusion: null } }),
} as const satisfies Record<string, Setter>
