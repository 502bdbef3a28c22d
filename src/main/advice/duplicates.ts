import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Place } from '../../kernel/directory.ts'
import type { HttpDeps } from '../../platform/http/deps.ts'
import { recordRow } from '../../platform/http/record-row.ts'
import { isSeen } from '../../platform/http/sight.ts'
import { loadRecords } from '../../platform/store/load.ts'
import { rankDuplicates } from '../../platform/suggest/duplicates.ts'
import type { CityState } from '../../platform/world/city-state.ts'

const kindName = 'resident-appeal'
const mostCompared = 400

/** Open appeals of the same street (or district) that may be the same matter, as far as the asker
 *  may see them. */
export async function duplicateAdvice(
  deps: HttpDeps,
  { state, actor, place, text }: { state: CityState; actor: Actor; place: Place; text: string },
) {
  const kind = deps.registry.get(kindName)
  if (kind === undefined || text.trim().length < 4) return []
  const { rows } = await sql<{
    id: string
    title: string
    did: string | null
    detail: string | null
    sid: string | null
    spot: string | null
  }>`
    select r.id, r.title, d.id as did, d.text as detail, s.id as sid, s.text as spot
    from (select id, title, fields from record
      where city = ${state.city} and kind = ${kindName} and closed_at is null and ${near(place)}
      order by opened_at desc limit ${mostCompared}) r
    left join content d on d.city = ${state.city} and d.id = (r.fields->'detail'->>'content')::uuid
    left join content s on s.city = ${state.city} and s.id = (r.fields->'spot'->>'content')::uuid`.execute(
    deps.db.read,
  )
  const open = (id: string | null, stored: string | null) =>
    id === null || stored === null ? '' : deps.keys.openWords(id, stored)
  const candidates = rows.map(({ id, title, did, detail, sid, spot }) => ({
    id,
    text: [title, open(sid, spot), open(did, detail)].join('\n'),
  }))
  const found = rankDuplicates(text, candidates)
  const records = await loadRecords(
    deps.db,
    state.city,
    found.map(({ candidate }) => candidate.id),
  )
  return found.flatMap(({ candidate, likeness, shared }) => {
    const record = records.get(candidate.id)?.record
    if (record === undefined || !isSeen(kind, { world: state.world, record, actor })) return []
    const row = recordRow(kind, record, { state, now: deps.now() })
    const { id, number, title, stateLabel, openedAt, lead } = row
    return [
      {
        id,
        number,
        title,
        likeness,
        shared,
        state: record.state,
        stateLabel,
        openedAt,
        place: row.place,
        lead,
      },
    ]
  })
}

function near(place: Place): RawBuilder<SqlBool> {
  if (place.street !== undefined) return sql<SqlBool>`street = ${place.street}`
  return place.district === undefined
    ? sql<SqlBool>`district is null`
    : sql<SqlBool>`district = ${place.district}`
}
