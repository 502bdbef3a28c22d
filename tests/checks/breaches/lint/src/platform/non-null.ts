// breach: no-non-null-assertion
export const first = (names: readonly string[]) => names[0]!
