import { Button, Input } from 'antd'
import { useState } from 'react'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { type AskRequest, useAsk } from '../../../../web/api/use-ask.ts'
import { useNow } from '../../../../web/api/use-now.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { minutesUsed, textOf, valueOf } from './run-sheet.ts'
import type { RunSheetData } from './use-run-sheet.ts'
import { useTell } from './use-tell.ts'

/** The agenda in its order, with what each item took; below it what members proposed besides. */
export function Agenda({ meeting, items, proposals }: RunSheetData) {
  const { ask, busy } = useAsk()
  const tell = useTell()
  const does = (request: AskRequest) => ask(request).catch(tell)
  const now = useNow()
  const used = items.reduce((sum, item) => sum + (minutesUsed(item, now) ?? 0), 0)
  const isOver = meeting.record.is === 'end' || meeting.record.state === 'minuting'
  return (
    <section className="sheet meet-part" aria-labelledby="meet-agenda">
      <h2 id="meet-agenda">
        议程 <span className="quiet">{used === 0 ? '' : `已用 ${used} 分钟`}</span>
      </h2>
      {items.length === 0 ? <p className="quiet">还没有列入的议题</p> : null}
      <ol className="meet-items">
        {items.map((item) => (
          <Item key={item.record.id} item={item} now={now} busy={busy} does={does} />
        ))}
      </ol>
      {isOver ? null : (
        <>
          <Proposals proposals={proposals} meeting={meeting} items={items} does={does} />
          <Propose meeting={meeting} does={does} />
        </>
      )}
    </section>
  )
}

type Does = (request: AskRequest) => Promise<unknown>
type ItemProps = {
  readonly item: RecordView
  readonly now: number
  readonly busy: boolean
  readonly does: Does
}

function Item({ item, now, busy, does }: ItemProps) {
  const { id, kind, title, state, stateLabel } = item.record
  const [outcome, setOutcome] = useState('')
  const may = (command: string) => item.offers.some((offer) => offer.command === command)
  const asks = (command: string, data = {}) => void does({ kind, id, command, data })
  const used = minutesUsed(item, now)
  const result = textOf(item, 'outcome')
  return (
    <li className={state === 'discussing' ? 'meet-now' : ''}>
      <div className="meet-line">
        <GoLink to={`/r/${id}`}>{title}</GoLink>
        <span className="quiet">
          {stateLabel}
          {used === undefined ? '' : ` · ${used} 分钟`}
        </span>
        {may('begin') ? (
          <Button size="small" disabled={busy} onClick={() => asks('begin')}>
            开始讨论
          </Button>
        ) : null}
      </div>
      {result === undefined ? null : <div className="quiet">{result}</div>}
      {may('conclude') ? (
        <div className="meet-line">
          <Input
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
            onPressEnter={() => asks('conclude', outcome === '' ? {} : { outcome })}
            placeholder="讨论结果（可不填），回车结束讨论"
            aria-label={`${title}的讨论结果`}
          />
          <Button
            type="primary"
            disabled={busy}
            onClick={() => asks('conclude', outcome === '' ? {} : { outcome })}
          >
            讨论结束
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function Proposals({
  proposals,
  meeting,
  items,
  does,
}: Pick<RunSheetData, 'proposals' | 'meeting' | 'items'> & { readonly does: Does }) {
  if (proposals.length === 0) return null
  return (
    <>
      <h3>待列入的议题</h3>
      <ul className="meet-items">
        {proposals.map(({ record, offers }) => (
          <li key={record.id} className="meet-line">
            <GoLink to={`/r/${record.id}`}>{record.title}</GoLink>
            {offers.some(({ command }) => command === 'accept') ? (
              <Button
                size="small"
                onClick={() =>
                  void does({
                    kind: record.kind,
                    id: record.id,
                    command: 'accept',
                    data: { meeting: meeting.record.id, order: items.length + 1 },
                  })
                }
              >
                列入议程
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Propose({ meeting, does }: { readonly meeting: RecordView; readonly does: Does }) {
  const [title, setTitle] = useState('')
  const body = valueOf(meeting, 'body')
  const propose = async () => {
    if (title.trim().length < 2 || typeof body !== 'string') return
    const { area } = meeting.record.place
    const data = { body, title: title.trim() }
    const done = await does({ kind: 'agenda-item', command: 'propose', area, data })
    if (done !== undefined) setTitle('')
  }
  return (
    <Input
      className="no-print"
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onPressEnter={() => void propose()}
      placeholder="提出议题，回车记下"
      aria-label="提出议题"
      maxLength={80}
    />
  )
}
