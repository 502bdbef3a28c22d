export const larger = (a: number, b: number) => Math.max(a, b)
