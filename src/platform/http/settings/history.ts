import { dayOf } from '../../../kernel/time.ts'
import { readSettings } from '../../world/settings.ts'
import { loadActors } from '../references.ts'
import { cityIso } from '../wire.ts'
import type { SettingsAt, Version } from './section.ts'

/** The versions of one setting, newest first, with who wrote each. */
export async function versionsOf(
  at: SettingsAt,
  name: string,
  textOf: (value: unknown) => Readonly<Record<string, string>>,
): Promise<readonly Version[]> {
  const settings = (await readSettings(at.deps.db, at.state.city, name)).filter(
    (setting) => setting.name === name,
  )
  const rows = await at.deps.db.read
    .selectFrom('setting')
    .select(['version', 'by_post', 'at'])
    .where('city', '=', at.state.city)
    .where('name', '=', name)
    .execute()
  const actors = await loadActors(
    at.deps,
    at.state,
    rows.flatMap(({ by_post }) => (by_post === null ? [] : [by_post])),
  )
  return settings.toReversed().map(({ version, from, value }) => {
    const row = rows.find((one) => one.version === version)
    const actor = actors.get(row?.by_post ?? '')
    return {
      version,
      from: dayOf(from),
      text: textOf(value),
      by: actor === undefined ? undefined : `${actor.name} · ${actor.unit}`,
      at: row === undefined ? undefined : cityIso(row.at),
    }
  })
}
