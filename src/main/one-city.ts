import type pg from 'pg'

/** The city a program works on: `--city CODE`, or the only one there is. */
export async function cityOf(client: pg.Client, argv: readonly string[]): Promise<number> {
  const at = argv.indexOf('--city')
  if (at >= 0) return Number(argv[at + 1])
  const { rows } = await client.query<{ city: number }>('select distinct city from area')
  const [one, other] = rows
  if (one === undefined) throw new Error('数据库里还没有城市')
  if (other !== undefined) throw new Error('数据库里不止一个城市，请用 --city 指明')
  return one.city
}
