import { z } from 'zod'
import type { World } from '../../kernel/world.ts'

/** One entry of a list that fields offer choices from. */
export type ListItem = {
  readonly value: string
  readonly label: string
  readonly parent?: string | undefined
  readonly limitClass?: string | undefined
  readonly turnTo?: string | undefined
  readonly keywords?: readonly string[] | undefined
}

export type Lists = Readonly<Record<string, readonly ListItem[]>>

/** A city as a process holds it: its world for deciding, and what pages need beside it. */
export type CityState = {
  readonly city: number
  readonly name: string
  readonly demo: boolean
  /** Changes whenever anything here does. */
  readonly version: string
  readonly world: World
  readonly lists: Lists
}

export const listShape = z.array(
  z.object({
    value: z.string(),
    label: z.string(),
    parent: z.string().optional(),
    limitClass: z.string().optional(),
    turnTo: z.string().optional(),
    keywords: z.array(z.string()).optional(),
  }),
)

/** The label of a choice; of a value no longer in the list, the value itself. */
export function labelIn(lists: Lists, list: string, value: string): string {
  return lists[list]?.find((item) => item.value === value)?.label ?? value
}
