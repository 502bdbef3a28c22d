import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useGo } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useScreens } from '../../../../web/shell/registry.tsx'
import { startPath } from '../../../../web/shell/StartButton.tsx'

const kinds = ['score-round', 'scoring-sheet', 'exclusion-request']

/** What this post may begin of all that scoring takes, behind one button. */
export function Begin() {
  const go = useGo()
  const { screens } = useScreens()
  const starts = useMe().starts.filter(({ kind }) => kinds.includes(kind))
  if (starts.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: starts.map(({ kind, command, label }) => ({ key: `${kind}/${command}`, label })),
        onClick: ({ key }) => {
          const start = starts.find(({ kind, command }) => `${kind}/${command}` === key)
          if (start !== undefined) go(startPath(screens, start))
        },
      }}
    >
      <Button icon={<PlusOutlined />}>
        新建 <DownOutlined />
      </Button>
    </Dropdown>
  )
}
