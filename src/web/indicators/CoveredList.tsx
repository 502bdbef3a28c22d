import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useAddress } from '../api/use-address.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { CoveredRowView } from './CoveredRowView.tsx'
import type { PartProps } from './part.ts'
import { useCovered } from './use-indicators.ts'
import type { CoveredView } from './view.ts'

const shown = 100

/** The list behind a number of areas, units or values: which have enough, and which lack it. */
export function CoveredList({ part, asked }: PartProps) {
  const { values, set } = useAddress()
  const first = part.terms.find(({ covered }) => covered !== undefined)?.key ?? 'n0'
  const isAsked =
    values['part'] === part.part && part.terms.some(({ key }) => key === values['term'])
  const term = isAsked ? (values['term'] ?? first) : first
  const { data, error, refetch } = useCovered(asked, { part: part.part, term })
  const { area, from, to } = asked
  return (
    <section className="sheet overview-part" id="covered">
      <div className="row spread">
        <h2>{part.terms.find(({ key }) => key === term)?.label}</h2>
        <span className="row no-print">
          <SheetButtons
            path={`/api/indicators/${encodeURIComponent(asked.id)}/covered/export`}
            params={{ area, from, to, part: part.part, term }}
          />
        </span>
      </div>
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting rows={5} /> : null}
      {data === undefined ? null : (
        <Rows view={data} which={values['has'] ?? ''} choose={(has) => set({ has })} />
      )}
    </section>
  )
}

function Rows({
  view,
  which,
  choose,
}: {
  readonly view: CoveredView
  readonly which: string
  readonly choose: (which: string) => void
}) {
  const [all, setAll] = useState(false)
  const has = view.rows.filter((row) => row.has).length
  const rows = view.rows.filter((row) => which === '' || row.has === (which === 'yes'))
  if (view.rows.length === 0) return <Empty says={`这个地区没有要看的${view.things}`} />
  return (
    <>
      <Segmented<string>
        className="no-print"
        aria-label="是否达到"
        value={which}
        options={[
          { value: '', label: `全部 ${view.rows.length}` },
          { value: 'yes', label: `已达到 ${has}` },
          { value: 'no', label: `还没有 ${view.rows.length - has}` },
        ]}
        onChange={choose}
      />
      <ul className="covered-rows">
        {(all ? rows : rows.slice(0, shown)).map((row) => (
          <CoveredRowView key={row.area ?? row.unit ?? row.value} row={row} wants={view.wants} />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button className="no-print" type="link" onClick={() => setAll(!all)}>
          {all ? '收起' : `其余 ${rows.length - shown} 个`}
        </Button>
      ) : null}
    </>
  )
}
