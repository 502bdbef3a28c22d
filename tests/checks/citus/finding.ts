/** Something Citus refuses, or would answer wrongly, with the place in the text it was read from. */
export type Finding = { readonly rule: string; readonly says: string; readonly at: number }
