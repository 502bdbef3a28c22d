import type { Kind } from '../../kernel/kind.ts'
import { type Person, withoutPersonal, withoutPersons } from '../../kernel/redact.ts'
import { residentFields } from '../../kernel/resident-words.ts'
import { loadPersons, personIn } from './persons.ts'
import type { AskDeps, Prepared } from './types.ts'

/**
 * An ask whose words no longer say who brought the record. Titles, words for search and what goes on
 * to other records are made of these; what was typed is kept whole in its sealed content.
 */
export async function shownWords(
  deps: AskDeps,
  kind: Kind,
  { city, prepared, record }: { city: number; prepared: Prepared; record: string | undefined },
): Promise<Prepared> {
  const { words } = prepared
  const own = residentFields(kind)
  if (own === undefined || !saysSomething(prepared)) return prepared
  const typed = prepared.contacts.map(({ id, name, phone }) =>
    personIn({ id, name_enc: name, phone_enc: phone }, deps.keys),
  )
  const kept = record === undefined ? undefined : await loadPersons(deps, city, [record])
  const persons = [...typed, ...((record === undefined ? undefined : kept?.get(record)) ?? [])]
  const shown = Object.entries(words).map(([name, text]) => [
    name,
    shownTo({ text, isOwn: own.has(name) }, persons),
  ])
  const apart = prepared.apart.map((one) =>
    one.keep === 'words'
      ? { ...one, value: shownTo({ text: one.value, isOwn: true }, persons) }
      : one,
  )
  return { ...prepared, words: Object.fromEntries(shown), apart }
}

function saysSomething({ words, apart }: Prepared): boolean {
  return Object.keys(words).length > 0 || apart.some(({ keep }) => keep === 'words')
}

/** Numbers that officials write down are meant to be called; what residents write gives them away. */
export function shownTo(
  { text, isOwn }: { readonly text: string; readonly isOwn: boolean },
  persons: readonly Person[],
): string {
  return isOwn ? withoutPersonal(text, persons) : withoutPersons(text, persons)
}
