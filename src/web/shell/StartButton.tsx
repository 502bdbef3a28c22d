import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { Start } from '../api/types.ts'
import { useGo } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import type { Screen } from '../screens.ts'
import { entryOf } from './nav-entries.tsx'
import { useScreens } from './registry.tsx'

/** What this post may begin, of one kind or of all. */
export function StartButton({ kind }: { readonly kind?: string }) {
  const go = useGo()
  const { screens } = useScreens()
  const starts = useMe().starts.filter((start) => kind === undefined || start.kind === kind)
  const [only, second] = starts
  if (only === undefined) return null
  if (second === undefined)
    return (
      <Button type="primary" icon={<PlusOutlined />} onClick={() => go(startPath(screens, only))}>
        {only.label}
      </Button>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: starts.map((start) => ({
          key: `${start.kind}/${start.command}`,
          label: start.label,
        })),
        onClick: ({ key }) => {
          const start = starts.find((one) => `${one.kind}/${one.command}` === key)
          if (start !== undefined) go(startPath(screens, start))
        },
      }}
    >
      <Button type="primary" icon={<PlusOutlined />}>
        新建 <DownOutlined />
      </Button>
    </Dropdown>
  )
}

/** The screen a capability brought for a beginning, otherwise the generated form. */
export function startPath(screens: readonly Screen[], { kind, command }: Start): string {
  const own = screens.find((screen) => screen.starts?.includes(`${kind}/${command}`) === true)
  return own === undefined ? `/new/${kind}/${command}` : entryOf(own)
}
