// breach: filename-case
export const n = 1
