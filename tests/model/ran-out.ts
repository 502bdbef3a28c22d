import type { Kind, State } from '../../src/kernel/kind.ts'
import { loadEvents } from '../../src/platform/store/events.ts'
import type { Doing, Model } from './model.ts'

/** What clocks asked of records since the model last heard of them: what runs out is the product's to
 *  know, for the model does not count time. */
export async function ranOut(
  deps: Parameters<typeof loadEvents>[0],
  { city, model, ids }: { city: number; model: Model; ids: readonly string[] },
): Promise<readonly Doing[]> {
  const all = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const ours = model.book.get(id)
      const kind = ours && model.kinds.get(ours.kind)
      if (ours === undefined || kind === undefined) return []
      const events = await loadEvents(deps, { city, record: id, upTo: ours.version + mostAtOnce })
      return events
        .filter(({ seq, actor }) => seq > ours.version && actor === 'clock')
        .map(({ at, type, party }): Doing => {
          const command = commandRecording(kind, type, party?.role)
          return { kind: kind.name, command, actor: { by: 'clock' }, at, record: id, party }
        })
    }),
  )
  return all.flat().toSorted((a, b) => a.at - b.at)
}

const mostAtOnce = 20

function commandRecording(kind: Kind, type: string, role: string | undefined): string {
  const states: Readonly<Record<string, State>> =
    role === undefined ? kind.states : (kind.parties?.[role]?.states ?? {})
  const commands = Object.values(states).flatMap((state) => Object.entries(state.commands ?? {}))
  return commands.find(([, { records }]) => records === type)?.[0] ?? ''
}
