import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordView } from '../api/record-view.ts'
import { useRecord } from '../api/use-record.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'

type Props = {
  /** Stands above it until the record's own title is known. */
  readonly title: string
  readonly children: (view: RecordView) => ReactNode
}

/** The record that the address names, as one page to read and print. */
export function WholePage({ title, children }: Props) {
  const { id = '' } = useParams({ strict: false })
  const { data: view, error, refetch } = useRecord(id)
  if (view === undefined)
    return (
      <PageFrame title={title}>
        {error === null ? (
          <div className="sheet">
            <Waiting rows={14} />
          </div>
        ) : (
          <ErrorBox error={error} retry={() => void refetch()} />
        )}
      </PageFrame>
    )
  return (
    <PageFrame title={view.record.title} bare>
      {children(view)}
    </PageFrame>
  )
}
