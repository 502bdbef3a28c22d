/** How a leader's instruction may go, in the share each has. */
export const courses = [
  'read',
  'late',
  'read',
  'again',
  'unread',
  'read',
  'revoked',
  'read',
] as const

export type Course = (typeof courses)[number]
