import { post, unit } from '../../../kernel/testing.ts'

/** The people of the appraisal stories: the district's committee over its streets. */
export const secretary = post('secretary', unit.committee)
export const leader = post('leader', unit.committee)
export const organisation = post('head', unit.organisation)
export const organiser = post('clerk', unit.organisation)
export const street = post('secretary', unit.street)
export const streetClerk = post('clerk', unit.street)
export const otherStreet = post('secretary', unit.otherStreet)
export const cityOrganisation = post('head', unit.cityOrganisation)
