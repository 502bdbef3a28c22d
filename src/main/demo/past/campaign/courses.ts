/** How a campaign may go, gone round in turn. */
export const campaignCourses = [
  'plain',
  'declines',
  'signsLate',
  'cancelled',
  'moved',
  'checksLate',
] as const
export type CampaignCourse = (typeof campaignCourses)[number]
