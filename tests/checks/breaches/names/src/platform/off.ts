// breach: lint-off-without-reason
// oxlint-disable-next-line no-console
export const n = 1
