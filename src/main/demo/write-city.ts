import type { Area, Unit } from '../../kernel/directory.ts'
import type { Database } from '../../platform/store/database.ts'

/** Writes areas and units, a few hundred rows a statement; rows that are there stay. */
export async function writeCity(
  db: Database,
  city: number,
  { areas, units }: { readonly areas: readonly Area[]; readonly units: readonly Unit[] },
): Promise<void> {
  for (const some of chunks(areas))
    await db.read
      .insertInto('area')
      .values(
        some.map(({ code, level, type, name, parent, flags }) => ({
          city,
          code,
          level,
          type,
          name,
          parent: parent ?? null,
          flags: [...(flags ?? [])],
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const some of chunks(units))
    await db.read
      .insertInto('unit')
      .values(
        some.map(({ id, name, type, functions, area, parent, domains, headChecks }) => ({
          city,
          id,
          name,
          type,
          functions: [...functions],
          area,
          parent: parent ?? null,
          domains: [...(domains ?? [])],
          head_checks: headChecks ?? false,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export function chunks<T>(rows: readonly T[], size = 400): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
