import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { get } from '../../../../web/api/client.ts'
import type { RecordRow, Rows } from '../../../../web/api/types.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { BoardCards } from './BoardCards.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardTable } from './BoardTable.tsx'
import { summaryOf } from './board.ts'
import { Wall } from './Wall.tsx'
import './board.css'

const every = 20_000
/** As many as one can look over; beyond that the area is narrowed. */
const most = 200

/** Open whistles against the units they called: who has come, who is waited for, since when. */
export function Board() {
  const { values, set } = useAddress()
  const { category, area, late } = values
  const filters = { open: '1', sort: 'due', category, area, late }
  const query = useQuery({
    queryKey: ['rows', 'street-whistle', 'board', filters],
    queryFn: () =>
      get<Rows>('/api/records/street-whistle', { ...filters, limit: most, with: 'parties' }),
    placeholderData: keepPreviousData,
    refetchInterval: every,
  })
  const rows = query.data?.rows
  if (values['wall'] === '1')
    return <Wall rows={rows ?? []} close={() => set({ wall: undefined })} />
  return (
    <PageFrame
      title="吹哨"
      sub={rows === undefined ? undefined : summaryOf(rows)}
      extra={
        <>
          <Button className="hide-narrow" onClick={() => set({ wall: '1' })}>
            大屏
          </Button>
          <SheetButtons path="/api/records/street-whistle/export" params={filters} />
          <StartButton kind="street-whistle" />
        </>
      }
    >
      <BoardFilters />
      {query.error !== null && rows === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Found rows={rows} isFiltered={[category, area, late].some((one) => one !== undefined)} />
      )}
    </PageFrame>
  )
}

function Found({
  rows,
  isFiltered,
}: {
  readonly rows: readonly RecordRow[] | undefined
  readonly isFiltered: boolean
}) {
  if (rows === undefined)
    return (
      <div className="sheet">
        <Waiting rows={10} />
      </div>
    )
  if (rows.length === 0)
    return (
      <div className="sheet">
        <Empty says={isFiltered ? '没有符合这些条件的在办哨件' : '没有在办的哨件'}>
          {isFiltered ? '可以放宽条件' : '街道吹哨以后，应到单位的签收、报到、办理情况会列在这里'}
        </Empty>
      </div>
    )
  return (
    <>
      <BoardTable rows={rows} />
      <BoardCards rows={rows} />
      {rows.length < most ? null : (
        <p className="quiet small">只列出最先到期的 {most} 件，可以按地区缩小范围</p>
      )}
    </>
  )
}
