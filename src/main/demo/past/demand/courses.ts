/** How a project may go, gone round in turn. */
export const demandCourses = [
  'closesLate',
  'givenUp',
  'declined',
  'again',
  'takesLate',
  'plansLate',
  'plain',
] as const
export type DemandCourse = (typeof demandCourses)[number]
