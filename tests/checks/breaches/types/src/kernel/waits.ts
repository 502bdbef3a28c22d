// breach: pure TS2304
export const wait = setTimeout
