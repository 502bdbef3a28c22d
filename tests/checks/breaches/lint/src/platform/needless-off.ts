// breach: unused-directive
// oxlint-disable-next-line no-console -- there is no console here
export const n = 1
