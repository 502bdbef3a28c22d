import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Offer, RecordView } from '../api/record-view.ts'
import type { AskAnswer } from '../api/use-ask.ts'
import { useMe } from '../api/use-me.ts'
import { useRecord } from '../api/use-record.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { Ballot } from './ballot/Ballot.tsx'
import { Documents } from './Documents.tsx'
import { Expected } from './Expected.tsx'
import { Facts } from './Facts.tsx'
import { HandOut } from './HandOut.tsx'
import { Links } from './Links.tsx'
import { OfferBar } from './OfferBar.tsx'
import { Parties } from './Parties.tsx'
import { Readings } from './Readings.tsx'
import { RecordHeading } from './RecordHeading.tsx'
import { RefusedEffects } from './RefusedEffects.tsx'
import { RelatedStarts } from './RelatedStarts.tsx'
import { Sent } from './Sent.tsx'
import { Timeline } from './Timeline.tsx'
import './record.css'

type Props = {
  readonly id: string
  /** After an ask that left the actor nothing more to do. */
  readonly onDone?: ((answer: AskAnswer, offer: Offer) => void) | undefined
  readonly wanted?: string | undefined
  readonly onWanted?: (() => void) | undefined
  /** Stands at the right of the heading: open in full, print. */
  readonly extra?: (view: RecordView) => ReactNode
}

/** A whole record: where it stands, what is asked of whom, what may be done, what is known, what
 *  happened. */
export function RecordPane({ id, onDone, wanted, onWanted, extra }: Props) {
  const { data: view, error, refetch } = useRecord(id)
  if (view === undefined)
    return error === null ? (
      <div className="sheet">
        <Waiting rows={10} />
      </div>
    ) : (
      <NotShown error={error} retry={() => void refetch()} />
    )
  return (
    <article className="sheet record">
      <div className="record-extra no-print">
        <Documents view={view} />
        {view.handsOut ? <HandOut record={view.record} /> : null}
        {extra?.(view)}
      </div>
      <RecordHeading view={view} />
      <OfferBar view={view} onDone={onDone} wanted={wanted} onWanted={onWanted} />
      <Expected view={view} />
      <RefusedEffects view={view} />
      {view.votes ? <Ballot record={view.record} /> : null}
      <Facts view={view} />
      <Parties view={view} />
      <Links view={view} />
      <Sent view={view} />
      <RelatedStarts view={view} />
      <Timeline entries={view.timeline} />
      <Readings view={view} />
    </article>
  )
}

function NotShown({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { posts } = useMe()
  return (
    <div className="stack">
      <ErrorBox error={error} retry={retry} />
      <p className="quiet">
        {posts.length > 1 ? '您还有别的岗位，可以在右上角切换后再看；' : ''}
        <GoLink to="/">回到待办</GoLink>
      </p>
    </div>
  )
}

export function PrintButton() {
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      打印
    </Button>
  )
}
