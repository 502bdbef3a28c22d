import type { FigureReader } from '../../../kernel/figure-fact.ts'
import type { Command, Kind } from '../../../kernel/kind.ts'
import { governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell, type Told } from '../../street-mandate/testing/told.ts'
import { scoreResult } from '../score-result/kind.ts'
import { scoreRound } from '../score-round/kind.ts'
import { scoringSheet } from '../scoring-sheet/kind.ts'
import { leader, organisation, organiser, otherStreet, street } from './reviewing.ts'

const kinds = [scoringSheet, scoreRound, scoreResult]
export const otherOrganiser = post('clerk', unit.organisation, 'other')

export const solved = {
  label: '解决率',
  indicator: 'N13#solved',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}
export const sheet = { name: '街道评分表', basis: '区委文件', subjects: 'streets' }
export const span = { from: '2026-04-01', to: '2026-06-30' }

/** The front street has 70 of 100 solved, the back street 95 of 100; of anything else few. */
export const counted: FigureReader = ({ id, part, unit: whose }) => {
  if (id !== 'N13') return undefined
  const [numerator, denominator] =
    part === 'solved' ? (whose === unit.street ? [70, 100] : [95, 100]) : [7, 10]
  return { value: numerator / denominator, numerator, denominator, hidden: false }
}

/** The governed town with its figures. */
export function scoring(figures = counted, parameters: Data = {}): Told {
  const world = governedWorld(kinds)
  const own = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, [{ from: 0, version: 'own', value }]]),
  )
  return tell(kinds, { ...world, parameters: { ...world.parameters, ...own } }, figures)
}

/** A sheet of the district with one item, as a draft. */
export function drafted(told = scoring(), data: Data = {}) {
  const about = { ...sheet, ...data }
  const id = told.begin('scoring-sheet/draft', town.district, [organiser, '08-03 09:00', about])
  told.does(id, 'addItem', [organiser, '08-03 09:10', solved])
  return { told, id }
}

/** Both streets agree, the committee decides, the office publishes. */
export function published({ told, id }: ReturnType<typeof drafted> = drafted(), day = '08-03') {
  told.does(id, 'consult', [organiser, `${day} 10:00`])
  for (const [by, own] of [
    [street, unit.street],
    [otherStreet, unit.otherStreet],
  ] as const) {
    told.does(id, `heard/${own}/answer`, [by, `${day} 11:00`, { conclusion: 'agree' }])
    told.does(id, `heard/${own}/weigh`, [organiser, `${day} 11:30`, { outcome: 'adopted' }])
  }
  told.does(id, 'submit', [organiser, `${day} 13:00`])
  told.does(id, 'decide', [leader, `${day} 14:00`, { documentNumber: '东发〔2026〕9号' }])
  told.does(id, 'publish', [organiser, `${day} 15:00`])
  return { told, id }
}

export const units = [unit.street, unit.otherStreet]

/** Drawn by the organisation department's clerk from a published sheet. */
export function drawn({ told, id: own } = published(), data: Data = {}) {
  const about = { sheet: own, ...span, units, ...data }
  const id = told.begin('score-round/draw', town.district, [organiser, '08-04 09:00', about])
  return { told, id, sheet: own }
}

/** Published by the department's head; `result` is the front street's. */
export function told(round = drawn()) {
  const { told: city, id } = round
  city.does(id, 'publish', [organisation, '08-04 10:00'])
  return { ...round, result: resultOf(city, unit.street) }
}

export function resultOf(city: Told, own: number): string {
  return city.all('score-result').findLast(({ fields }) => fields['unit'] === own)?.id ?? ''
}

/** Whom each command tells, as a table by hand writes it: 'submit host'. */
export function tellings({ starts, states }: Kind): readonly string[] {
  const all = [starts, ...Object.values(states).map(({ commands = {} }) => commands)]
  const lines = all.flatMap((commands) => Object.entries(commands).flatMap(lineOf))
  return [...new Set(lines)]
}

function lineOf([name, { tells = [] }]: readonly [string, Command]): readonly string[] {
  return tells.length === 0 ? [] : [`${name} ${tells.join(' ')}`]
}
