// breach: eqeqeq
export const same = (a: string, b: string) => a == b
