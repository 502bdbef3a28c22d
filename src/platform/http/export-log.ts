import { writeSetting } from '../world/settings.ts'
import type { HttpDeps, Session } from './deps.ts'
import { cityOf } from './who.ts'

/** Who took what out, kept with the city's other dated rows. A searched number is not kept. */
export async function logExport(
  deps: HttpDeps,
  session: Session,
  taken: { readonly kind: string; readonly filters: Readonly<Record<string, string | undefined>> },
): Promise<void> {
  const { phone, q, ...rest } = taken.filters
  const filters = {
    ...rest,
    ...(phone === undefined ? {} : { phone: '(按电话)' }),
    ...(q === undefined ? {} : { q: '(按词)' }),
  }
  await writeSetting(deps.db, {
    city: cityOf(deps).city,
    name: 'audit:export',
    version: deps.newId(),
    from: deps.now(),
    value: { kind: taken.kind, filters, person: session.account.person },
    post: session.post.id,
    at: deps.now(),
  })
}
