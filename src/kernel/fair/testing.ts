import type { ScoreItem } from './score.ts'

/** An item on which a unit's points are its rate itself. */
export const solvedItem: ScoreItem = {
  id: '1',
  label: '解决率',
  indicator: 'N13',
  part: 'solved',
  points: 100,
  full: 1,
  zero: 0,
  adjust: 'none',
}

/** An item with bounds: nothing at a half, all at nine tenths. */
export const boundedItem: ScoreItem = {
  id: '1',
  label: '解决率',
  indicator: 'N13',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}
