import { UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useGo } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'

/** The way to bring in a kind's records by sheet, for whoever may begin one. */
export function ImportButton({ kind }: { readonly kind: string }) {
  const go = useGo()
  const declared = useKinds().get(kind)
  const starts = useMe().starts.filter((start) => {
    const input = Object.values(declared?.starts[start.command]?.input ?? {})
    const needsFile = input.some(({ type, required }) => type === 'files' && required === true)
    return start.kind === kind && !needsFile
  })
  const [only, second] = starts
  if (only === undefined) return null
  const open = (command: string) => go(`/import/${kind}/${command}`)
  if (second === undefined)
    return (
      <Button icon={<UploadOutlined />} onClick={() => open(only.command)}>
        导入
      </Button>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: starts.map(({ command, label }) => ({ key: command, label })),
        onClick: ({ key }) => open(key),
      }}
    >
      <Button icon={<UploadOutlined />}>导入</Button>
    </Dropdown>
  )
}
