import { Button } from 'antd'
import type { PartyView, RecordView } from '../../../../web/api/record-view.ts'
import { type AskRequest, useAsk } from '../../../../web/api/use-ask.ts'
import { useTell } from './use-tell.ts'

const taps = [
  { command: 'attend', state: 'attending', label: '出席' },
  { command: 'excuse', state: 'excused', label: '请假' },
  { command: 'depute', state: 'deputed', label: '代会' },
] as const

/** Who is there: one tap for each unit, and a tap on another answer mends it. */
export function Attendance({ view }: { readonly view: RecordView }) {
  const members = view.parties.filter(({ role }) => role === 'member')
  const here = members.filter(({ state }) => ['attending', 'deputed'].includes(state)).length
  const { ask, busy } = useAsk()
  const tell = useTell()
  const tap = (request: AskRequest) => void ask(request).catch(tell)
  return (
    <section className="sheet meet-part" aria-labelledby="meet-attendance">
      <h2 id="meet-attendance">
        出席 <span className="quiet">{`${here} / ${members.length}`}</span>
      </h2>
      {members.length === 0 ? <p className="quiet">通知以后，参会单位列在这里</p> : null}
      <ul className="meet-members">
        {members.map((party) => (
          <Member key={party.unit.id} view={view} party={party} busy={busy} tap={tap} />
        ))}
      </ul>
    </section>
  )
}

function Member({
  view,
  party,
  busy,
  tap,
}: {
  readonly view: RecordView
  readonly party: PartyView
  readonly busy: boolean
  readonly tap: (request: AskRequest) => void
}) {
  const { unit, state, stateLabel } = party
  const may = (command: string) =>
    view.offers.some((offer) => offer.command === command && offer.party?.unit === unit.id)
  const { id, kind } = view.record
  const isOpen = taps.some(({ command }) => may(command))
  return (
    <li>
      <span>{unit.name}</span>
      {isOpen ? (
        <span className="meet-taps" role="group" aria-label={`${unit.name}出席情况`}>
          {taps.map(({ command, state: own, label }) => (
            <Button
              key={command}
              size="small"
              type={state === own ? 'primary' : 'default'}
              aria-pressed={state === own}
              disabled={busy || !may(command)}
              onClick={() =>
                tap({ kind, id, command, party: { role: 'member', unit: unit.id }, data: {} })
              }
            >
              {label}
            </Button>
          ))}
        </span>
      ) : (
        <span className="quiet">{stateLabel}</span>
      )}
    </li>
  )
}
