import type { Command, Kind } from './kind.ts'

/**
 * The fields in which residents say something in their own words: what the public or the holder of
 * a link may type, and what is written down for them where a record begins with a contact. Nothing
 * for kinds that residents have no part in.
 */
export function residentFields(kind: Kind): ReadonlySet<string> | undefined {
  const known = found.get(kind)
  if (known !== undefined) return known.size === 0 ? undefined : known
  const made = new Set(
    commandsOf(kind)
      .filter((command) => isTheirs(kind, command))
      .flatMap(({ input = {} }) =>
        Object.entries(input).flatMap(([name, { type }]) =>
          type === 'text' || type === 'long' ? [name] : [],
        ),
      ),
  )
  found.set(kind, made)
  return made.size === 0 ? undefined : made
}

const found = new WeakMap<Kind, ReadonlySet<string>>()

/** The relations that holding a record's link, or being anybody at all, makes. */
function isTheirs(kind: Kind, { by, input = {} }: Command): boolean {
  const outside = by.some((name) => {
    const is = kind.relations[name]?.is
    return is !== undefined && 'anyone' in is && is.anyone !== 'post'
  })
  return outside || Object.values(input).some(({ type }) => type === 'contact')
}

function commandsOf(kind: Kind): readonly Command[] {
  const states = [
    ...Object.values(kind.states),
    ...Object.values(kind.parties ?? {}).flatMap((party) => Object.values(party.states)),
  ]
  const within = states.flatMap((state) => Object.values(state.commands ?? {}))
  return [...Object.values(kind.starts), ...within]
}
