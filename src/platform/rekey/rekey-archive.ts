import { type Kysely, sql } from 'kysely'
import { type ArchivedLife, packLife, unpackLife } from '../archive/life.ts'
import type { AskDeps } from '../asking/types.ts'
import { isSealed } from '../crypto/seal.ts'
import type { Tables } from '../store/tables.ts'

type Deps = Pick<AskDeps, 'db' | 'keys'>

const atOnce = 200

/** Seals anew the words in lives that were put away, each life only if it still is what was read.
 *  Gives how many words it sealed. */
export async function rekeyArchive({ db, keys }: Deps, city: number): Promise<number> {
  let [done, after] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const rows = await nextLives(db.read, city, after)
    for (const row of rows) {
      const life = unpackLife({ ...row, city }, row)
      const content = life.content.map((one) => resealed(keys, one))
      const sealed = content.filter((one, at) => one !== life.content[at]).length
      if (sealed === 0) continue
      const packed = packLife({ ...life, content })
      await sql`update archive set life = ${packed.life}, form = ${packed.form}
        where city = ${city} and id = ${row.id}::uuid and life = ${row.life}`.execute(db.read)
      done += sealed
    }
    const last = rows.at(-1)
    if (last === undefined) return done
    after = last.id
  }
}

type Content = ArchivedLife['content'][number]

function resealed(keys: Deps['keys'], one: Content): Content {
  const { id, text } = one
  if (text === null || (isSealed(text) && keys.isCurrent(Buffer.from(text)))) return one
  return { ...one, text: keys.sealWords(id, keys.openWords(id, text)) }
}

function nextLives(db: Kysely<Tables>, city: number, after: string) {
  return db
    .selectFrom('archive')
    .select(['id', 'kind', 'form', 'words', 'life'])
    .where('city', '=', city)
    .where('id', '>', after)
    .orderBy('id')
    .limit(atOnce)
    .execute()
}
