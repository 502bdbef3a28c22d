import { useParams } from '@tanstack/react-router'
import { useKinds } from '../api/use-directory.ts'
import { Empty } from '../look/Empty.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { StartButton } from '../shell/StartButton.tsx'
import { ListTable } from './ListTable.tsx'

/** The generated list of any kind. */
export function ListPage() {
  const { kind } = useParams({ strict: false })
  const declared = useKinds().get(kind ?? '')
  if (declared === undefined)
    return (
      <PageFrame title="没有这一类事项">
        <Empty says="地址里的事项类别不存在">请从左边的导航进入</Empty>
      </PageFrame>
    )
  return (
    <PageFrame
      title={declared.label}
      sub={declared.about}
      extra={<StartButton kind={declared.name} />}
    >
      <ListTable
        key={declared.name}
        kind={declared.name}
        filters={[
          'q',
          'state',
          'area',
          ...(declared.countedBy === undefined ? [] : ['category' as const]),
          'from',
          'open',
          'late',
          'sort',
        ]}
        columns={[
          'number',
          'title',
          'state',
          'place',
          ...(declared.countedBy === undefined ? [] : ['category' as const]),
          'lead',
          'due',
          'openedAt',
        ]}
      />
    </PageFrame>
  )
}
