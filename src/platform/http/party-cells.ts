import type { Kind } from '../../kernel/kind.ts'
import type { Party, RecordState } from '../../kernel/record.ts'
import type { Instant } from '../../kernel/time.ts'
import type { CityState } from '../world/city-state.ts'
import { cityIso, maybeIso } from './wire.ts'

/** Who takes part in a record and how far each is, as cells of a board. */
export function partyCells(
  kind: Kind,
  record: RecordState,
  { state, now }: { readonly state: CityState; readonly now: Instant },
) {
  return record.parties.map((party) => {
    const declared = kind.parties?.[party.role]?.states[party.state]
    const due = dueNow(kind, party)
    return {
      role: party.role,
      unit: {
        id: party.unit,
        name: state.world.directory.units.get(party.unit)?.name ?? String(party.unit),
      },
      state: party.state,
      stateLabel: declared?.label ?? party.state,
      is: declared?.is ?? 'working',
      joinedAt: cityIso(party.joinedAt),
      due: maybeIso(due),
      late: declared?.is === 'working' && due !== undefined && due < now,
    }
  })
}

/** The limit of what the unit is expected to do now; without one the nearest that runs. */
export function dueNow(kind: Kind, party: Party): Instant | undefined {
  const expects = kind.parties?.[party.role]?.states[party.state]?.expects ?? []
  const named = expects.map(({ clock }) => (clock === undefined ? undefined : party.clocks[clock]))
  const running = named.some((clock) => clock !== undefined) ? named : Object.values(party.clocks)
  const dues = running.flatMap((clock) => clock?.stages.find(({ fired }) => !fired)?.due ?? [])
  if (dues.length === 0 && named.length > 0) return named[0]?.stages.at(-1)?.due
  return dues.length === 0 ? undefined : Math.min(...dues)
}
