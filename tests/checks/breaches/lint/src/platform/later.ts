// breach: no-warning-comments
// TODO write this
export const n = 1
