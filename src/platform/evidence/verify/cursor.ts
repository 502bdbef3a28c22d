import type pg from 'pg'

export type Stream<R> = {
  /** The row that comes next, without taking it. */
  peek(): Promise<R | undefined>
  take(): Promise<R | undefined>
}

const atOnce = 1000

/** The rows of a query one after the other, a few at a time in memory, in the open transaction. */
export async function streamOf<R extends pg.QueryResultRow>(
  client: pg.Client,
  {
    name,
    text,
    size = atOnce,
  }: { readonly name: string; readonly text: string; readonly size?: number },
): Promise<Stream<R>> {
  await client.query(`declare "${name}" no scroll cursor for ${text}`)
  let rows: readonly R[] = []
  let at = 0
  let over = false
  const peek = async () => {
    if (at >= rows.length && !over) {
      rows = (await client.query<R>(`fetch ${size} from "${name}"`)).rows
      at = 0
      over = rows.length === 0
    }
    return rows[at]
  }
  return {
    peek,
    async take() {
      const row = await peek()
      at += 1
      return row
    },
  }
}

/** All rows from here on for which it holds. */
export async function takeWhile<R>(stream: Stream<R>, holds: (row: R) => boolean): Promise<R[]> {
  const taken: R[] = []
  for (;;) {
    const row = await stream.peek()
    if (row === undefined || !holds(row)) return taken
    taken.push(row)
    await stream.take()
  }
}
