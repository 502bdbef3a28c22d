/** How much of a test is done: little with the other tests, and `FAULTS_AT_LENGTH` times what is
 *  right for a night when run by `npm run test:faults`. */
export function atLength({
  short,
  long,
}: {
  readonly short: number
  readonly long: number
}): number {
  const share = Number(process.env['FAULTS_AT_LENGTH'] ?? '')
  return share > 0 ? Math.max(short, Math.round(long * share)) : short
}
