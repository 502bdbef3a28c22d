// breach: empty-name
export const n = 1
