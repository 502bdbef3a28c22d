import { Button, DatePicker, Input, type InputRef } from 'antd'
import { type Ref, useState } from 'react'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { UnitPicker } from '../../../../web/forms/UnitPicker.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { textOf } from './run-sheet.ts'
import { useCaptures } from './use-captures.ts'
import { useTell } from './use-tell.ts'

type Props = {
  readonly meeting: RecordView
  readonly decisions: readonly RecordView[]
  readonly field: Ref<InputRef>
}

/** Decisions, noted with Enter while people speak; owner and deadline follow when there is time. */
export function Decisions({ meeting, decisions, field }: Props) {
  const [words, setWords] = useState('')
  const { waiting, refused, capture, drop } = useCaptures(meeting.record.id)
  const mayCapture = meeting.offers.some(({ command }) => command === 'capture')
  const note = () => {
    if (words.trim().length < 2) return
    capture(words.trim())
    setWords('')
  }
  const kept = decisions.filter(({ record }) => record.state !== 'dropped')
  return (
    <section className="sheet meet-part" aria-labelledby="meet-decisions">
      <h2 id="meet-decisions">
        议定事项 <span className="quiet">{kept.length} 件</span>
      </h2>
      {mayCapture ? (
        <Input
          ref={field}
          className="no-print"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onPressEnter={note}
          placeholder="记下议定事项，回车即存；断网也不会丢"
          aria-label="记议定事项"
          maxLength={200}
        />
      ) : null}
      {refused === undefined ? null : <ErrorBox error={refused} />}
      {waiting.length === 0 ? null : (
        <ul className="meet-items" aria-label="还没有送出的议定事项">
          {waiting.map(({ ask, words: typed }) => (
            <li key={ask} className="meet-line">
              <span>{typed}</span>
              <StateTag tone="wait">待发送</StateTag>
              {refused === undefined ? null : (
                <Button size="small" onClick={() => drop(ask)}>
                  删去
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {kept.length + waiting.length === 0 ? <p className="quiet">还没有议定事项</p> : null}
      <ol className="meet-items">
        {kept.map((decision) => (
          <Decision key={decision.record.id} decision={decision} />
        ))}
      </ol>
    </section>
  )
}

function Decision({ decision }: { readonly decision: RecordView }) {
  const { id, title, state, stateLabel, is } = decision.record
  const owner = textOf(decision, 'owner')
  const due = textOf(decision, 'dueOn')
  const mayAssign = decision.offers.some(({ command }) => command === 'assign')
  const isBare = state === 'captured'
  return (
    <li id={`decision-${id}`} className={isBare ? 'meet-bare' : ''}>
      <div className="meet-line">
        <GoLink to={`/r/${id}`}>{title}</GoLink>
        <StateTag tone={isBare || state === 'pressed' ? 'late' : stateTone({ is })}>
          {stateLabel}
        </StateTag>
      </div>
      {isBare && mayAssign ? (
        <Assign id={id} title={title} />
      ) : (
        <div className="quiet">
          {owner ?? '没有责任单位'} · {due === undefined ? '没有期限' : `${due} 前`}
        </div>
      )}
    </li>
  )
}

/** Sent by itself once both are there. */
function Assign({ id, title }: { readonly id: string; readonly title: string }) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const [owner, setOwner] = useState<number>()
  const [dueOn, setDueOn] = useState<string>()
  const send = (unit: number | undefined, day: string | undefined) => {
    setOwner(unit)
    setDueOn(day)
    if (unit === undefined || day === undefined) return
    const data = { owner: unit, dueOn: day }
    void ask({ kind: 'meeting-decision', id, command: 'assign', data }).catch((error: unknown) => {
      setDueOn(undefined)
      tell(error)
    })
  }
  return (
    <div className="meet-assign no-print" aria-busy={busy} role="group" aria-label={title}>
      <UnitPicker
        value={owner}
        onChange={(unit) => send(unit, dueOn)}
        placeholder={`${title}的责任单位`}
      />
      <DatePicker
        onChange={(day) => send(owner, day?.format('YYYY-MM-DD'))}
        placeholder="期限"
        aria-label={`${title}的期限`}
      />
    </div>
  )
}
