import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useGo } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'

const here = [
  'street-task/send',
  'street-duty-admission/apply',
  'refused-task/report',
  'street-inspection/announce',
  'street-inspection/report',
  'street-inspection-approval/apply',
  'inspection-plan/propose',
  'list-version/draft',
  'street-task-removal/register',
]

/** What this post may begin here; the first is what it does most. */
export function StartLinks() {
  const go = useGo()
  const starts = useMe().starts
  const own = here.flatMap((name) => {
    const start = starts.find(({ kind, command }) => `${kind}/${command}` === name)
    return start === undefined ? [] : [{ key: name, label: start.label }]
  })
  const [first, ...rest] = own
  if (first === undefined) return null
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => go(`/new/${first.key}`)}>
        {first.label}
      </Button>
      {rest.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{ items: rest, onClick: ({ key }) => go(`/new/${key}`) }}
        >
          <Button>
            其他 <DownOutlined />
          </Button>
        </Dropdown>
      )}
    </>
  )
}
