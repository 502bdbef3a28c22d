/** How a project may go, gone round in turn. */
export const demandCourses = [
  'closesLate',
  'givenUp',
  'plansLate',
  'declined',
  'again',
  'takesLate',
  'plain',
] as const
export type DemandCourse = (typeof demandCourses)[number]
