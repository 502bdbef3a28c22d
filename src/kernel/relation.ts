import type { Role } from './actor.ts'
import type { Level } from './directory.ts'

/** How an actor may stand to a record. */
export type Relation = {
  readonly label: string
  readonly roles?: readonly Role[]
  readonly is:
    /** The post's unit sits in the seat. Where the record names a post in the field `post`, only who
     *  holds that very post stands so, whatever its role: what is said of a person is no successor's. */
    | { readonly seat: string; readonly post?: string }
    | { readonly party: string }
    /** The post's unit has the function and its area holds the record's place. */
    | { readonly function: string; readonly over?: 'place' }
    /** The post's unit is of a type and its area holds the record's place. */
    | { readonly unitType: readonly string[]; readonly over: 'place' }
    /** The post's unit stands above the seat's unit in the unit tree (条). */
    | { readonly above: string }
    | { readonly anyone: 'post' | 'public' | 'link' }
}

/** A unit found from the record. */
export type Seat = {
  readonly label: string
  readonly is:
    | { readonly field: string }
    | { readonly self: 'party' }
    | { readonly function: string; readonly level?: Level }
}
