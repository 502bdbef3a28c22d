/** How much of a test is done: little while one works on the product, `FAULTS_ROUNDS` times as
 *  much, or what is right for a night, when run at length. */
export function atLength({
  short,
  long,
}: {
  readonly short: number
  readonly long: number
}): number {
  const asked = process.env['FAULTS_AT_LENGTH']
  if (asked === undefined || asked === '') return short
  const share = Number(asked)
  return Math.max(short, Math.round(long * (Number.isFinite(share) && share > 0 ? share : 1)))
}
