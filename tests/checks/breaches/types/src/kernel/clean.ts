export const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
