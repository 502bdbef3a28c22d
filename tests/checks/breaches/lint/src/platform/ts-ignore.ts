// breach: ban-ts-comment
// @ts-ignore
export const n: number = 'one'
