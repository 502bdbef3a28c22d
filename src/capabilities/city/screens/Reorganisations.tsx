import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useGo } from '../../../web/api/use-address.ts'
import { useMe } from '../../../web/api/use-me.ts'
import { ListTable } from '../../../web/lists/ListTable.tsx'
import { PageFrame } from '../../../web/look/PageFrame.tsx'

/** What was changed in the city's areas and organs, and what is about to be. */
export function Reorganisations() {
  const go = useGo()
  const { starts } = useMe()
  const mayDraft = starts.some(
    ({ kind, command }) => kind === 'reorganisation' && command === 'draft',
  )
  return (
    <PageFrame
      title="区划机构调整"
      sub="在办事项随调整移交，已办结的留在原处"
      extra={
        mayDraft ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => go('/reorganisation/new')}>
            拟定方案
          </Button>
        ) : null
      }
    >
      <ListTable
        kind="reorganisation"
        columns={['number', 'title', 'state', 'place', 'due', 'openedAt']}
        filters={['q', 'state', 'from', 'sort']}
      />
    </PageFrame>
  )
}
