import { Button } from 'antd'
import { useAddress } from '../../../web/api/use-address.ts'
import { useLists } from '../../../web/api/use-directory.ts'
import { SheetButtons } from '../../../web/lists/SheetButtons.tsx'
import { Empty } from '../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../web/look/Waiting.tsx'
import { RecordPane } from '../../../web/record/RecordPane.tsx'
import { StartButton } from '../../../web/shell/StartButton.tsx'
import { DutyFilterBar } from './DutyFilterBar.tsx'
import { blocksOf, countedBy } from './duty-rows.ts'
import { DutyTable } from './DutyTable.tsx'
import { useDutyRows } from './use-duty-rows.ts'
import './duty-list.css'

/** The duty list: what a street answers for, what it helps with, what was taken back from it. */
export function DutyList() {
  const { values, set } = useAddress()
  const blocks = useLists()['blocks'] ?? []
  const isEnded = values['ended'] === '1'
  const { data: rows, error, refetch } = useDutyRows(isEnded)
  const shown = blocksOf(
    rows ?? [],
    { words: values['q'] ?? '', type: values['type'], lead: values['lead'] },
    blocks.map(({ label }) => label),
  )
  const count = shown.reduce((sum, block) => sum + block.rows.length, 0)
  const open = values['record']
  return (
    <PageFrame
      title="履职事项清单"
      sub={rows === undefined ? undefined : `${isEnded ? '已失效' : '生效中'} ${count} 项`}
      extra={
        <>
          <SheetButtons
            path="/api/records/duty-item/export"
            params={{ state: isEnded ? 'ended' : 'inForce' }}
          />
          <StartButton kind="duty-item" />
        </>
      }
    >
      <DutyFilterBar
        values={values}
        set={(changes) => set(changes, { replace: true })}
        types={countedBy(rows ?? [], 'type')}
        leads={countedBy(rows ?? [], 'lead')}
      />
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {rows === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {rows !== undefined && shown.length === 0 ? (
        <Empty says={rows.length === 0 ? '清单里还没有事项' : '没有符合这些条件的事项'} />
      ) : null}
      {shown.length === 0 ? null : (
        <div className={open === undefined ? 'duty-list' : 'duty-list duty-split'}>
          <DutyTable blocks={shown} open={open} onOpen={(id) => set({ record: id })} />
          {open === undefined ? null : (
            <DutyPane id={open} close={() => set({ record: undefined })} />
          )}
        </div>
      )}
    </PageFrame>
  )
}

function DutyPane({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <div className="duty-pane no-print">
      <RecordPane
        key={id}
        id={id}
        extra={() => (
          <>
            <GoLink to={`/r/${id}`}>整页打开</GoLink>
            <Button size="small" onClick={close}>
              收起
            </Button>
          </>
        )}
      />
    </div>
  )
}
