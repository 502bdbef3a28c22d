// breach: pure TS2584
export const speak = console.log
