// breach: pure TS2304
export const answer = fetch
