import { v5, v7 } from 'uuid'

/** A new id, in order of time (UUIDv7). */
export function newId(): string {
  return v7()
}

/** The id of what follows from something: made twice, it is the same, so a repeated effect is
 *  recognised. The name tells apart what follows from one thing. */
export function derivedId(id: string, name: string): string {
  return v5(name, id)
}
