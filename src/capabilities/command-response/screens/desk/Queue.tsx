import { Button, Segmented } from 'antd'
import type { TodoRow } from '../../../../web/api/types.ts'
import { Ago } from '../../../../web/look/Ago.tsx'
import { ClockWords, TimeBar } from '../../../../web/look/ClockWords.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { queueGroups, type QueueGroup, rowsOf } from './queue.ts'
import { shortPlace } from '../short-place.ts'
import type { QueueQuery } from './use-queue.ts'

/** What waits at this desk, by what it waits for. */
export function Queue({
  query,
  group,
  open,
  onGroup,
  onOpen,
}: {
  readonly query: QueueQuery
  readonly group: QueueGroup
  readonly open: string | undefined
  readonly onGroup: (group: QueueGroup) => void
  readonly onOpen: (id: string) => void
}) {
  const shown = rowsOf(group, query.rows)
  const more = query.hasMore ? '+' : ''
  return (
    <nav className="sheet desk-queue" aria-label="等着处理的诉求">
      <Segmented
        block
        value={group}
        options={queueGroups.map(({ name, label }) => ({
          value: name,
          label: `${label} ${rowsOf(name, query.rows).length}${more}`,
        }))}
        onChange={onGroup}
      />
      {query.isLoading ? <Waiting rows={8} /> : null}
      {query.error === null ? null : <ErrorBox error={query.error} retry={query.retry} />}
      {!query.isLoading && query.error === null && shown.length === 0 && !query.hasMore ? (
        <Empty says={queueGroups.find(({ name }) => name === group)?.empty ?? ''} />
      ) : null}
      <ul className="queue-rows">
        {shown.map((row) => (
          <QueueRow key={row.record.id} row={row} isOpen={row.record.id === open} onOpen={onOpen} />
        ))}
      </ul>
      {query.hasMore ? (
        <Button block type="text" loading={query.isFetchingMore} onClick={query.more}>
          再取一些
        </Button>
      ) : null}
    </nav>
  )
}

function QueueRow({
  row,
  isOpen,
  onOpen,
}: {
  readonly row: TodoRow
  readonly isOpen: boolean
  readonly onOpen: (id: string) => void
}) {
  const { record } = row
  return (
    <li>
      <button
        type="button"
        className={isOpen ? 'queue-row queue-row-open' : 'queue-row'}
        aria-current={isOpen}
        onClick={() => onOpen(record.id)}
      >
        <span className="queue-name">{record.title}</span>
        <span className="quiet small queue-line">
          <span className="queue-place">{shortPlace(record.place)}</span>
          <Ago at={record.openedAt} />
        </span>
        {row.taker === undefined ? null : (
          <span className="quiet small">{row.taker.name} 在办</span>
        )}
        {row.due === undefined ? null : (
          <>
            <TimeBar share={row.share} late={row.late} />
            <span className="small">
              <ClockWords due={row.due} late={row.late} provisional={row.provisional} />
            </span>
          </>
        )}
      </button>
    </li>
  )
}
