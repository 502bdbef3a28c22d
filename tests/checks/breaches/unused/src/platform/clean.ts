export const used = 1
export const forgotten = 2
export const tested = 3
export type Forgotten = { readonly n: number }
