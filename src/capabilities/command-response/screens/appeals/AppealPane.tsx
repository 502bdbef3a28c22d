import { Button } from 'antd'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { RecordPane } from '../../../../web/record/RecordPane.tsx'

/** The open record beside its list; on a phone it has a page of its own. */
export function AppealPane({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <div className="appeals-pane hide-narrow">
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
