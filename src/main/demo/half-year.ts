/** As much as the demo city has behind it on the day of its first start. */
export const halfYear = {
  days: 180,
  appeals: 20_400,
  findings: 10_000,
  whistles: 800,
  campaigns: 24,
} as const
