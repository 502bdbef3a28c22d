import type { Role } from '../../../kernel/actor.ts'
import { post, unit } from '../../../kernel/testing.ts'
import { of } from '../../street-mandate/testing/access-table.ts'

/** The front street's secretary, and those right above: the district's committee and its department. */
export const secretary = post('secretary', unit.street)
export const committee = post('leader', unit.committee)
export const office = post('clerk', unit.organisation)

const staff: readonly Role[] = ['clerk', 'head', 'leader', 'worker', 'secretary']

/** Everybody who works in some units, as a table by hand names them, in the order of their ids. */
export const all = (...names: readonly string[]): readonly string[] => of(names, staff)

/** Who may judge what a street's secretary does, and who reads it besides the street. */
export const judges = all('committee', 'organisation')
export const ownAndAbove = all(
  'cityCommittee',
  'cityOrganisation',
  'committee',
  'organisation',
  'street',
)

/** A street sees what its communities' secretaries answer for, and nobody else's street does. */
export const ofCommunity = all(
  'cityCommittee',
  'cityOrganisation',
  'committee',
  'organisation',
  'street',
  'community',
)
