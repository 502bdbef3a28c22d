import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { useMe } from '../api/use-me.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { History } from './History.tsx'
import { RowForm } from './RowForm.tsx'
import type { Section } from './sections.ts'
import type { SettingRow, SettingTable } from './types.ts'
import { useChangeSetting } from './use-setting.ts'

/** One line, to be read, changed from a day on, or ended. */
export function RowDrawer({
  section,
  path,
  table,
  row,
  onClose,
}: {
  readonly section: Section
  readonly path: string
  readonly table: Pick<SettingTable, 'fields' | 'mayChange'>
  readonly row: SettingRow | undefined
  readonly onClose: () => void
}) {
  const { modal, message } = App.useApp()
  const { mutateAsync } = useChangeSetting(section.what)
  // A revoked account stays to be read; a new one takes its place.
  const mayChange = table.mayChange && !(section.secret !== undefined && row?.state === 'past')
  const name = row === undefined ? undefined : nameOf(row)
  const saved = ({ password, says }: { password?: string; says?: string }) => {
    onClose()
    if (says !== undefined) message.info(says)
    if (password === undefined) return
    modal.success({
      title:
        section.secret === undefined
          ? '请把密码交给本人，只显示这一次'
          : `请把${section.secret}交给对接方，只显示这一次`,
      content: <p className="settings-password">{password}</p>,
      okText: '已经记下',
    })
  }
  return (
    <Drawer
      open
      size={480}
      title={name ?? `新增${section.one ?? ''}`}
      onClose={onClose}
      destroyOnHidden
    >
      <RowForm
        {...{ section, row }}
        fields={table.fields}
        mayChange={mayChange}
        onCancel={onClose}
        save={async (change) => {
          const own = path.startsWith('lists/') ? path.slice('lists/'.length) : row?.id
          saved(await mutateAsync({ ...change, id: own }))
        }}
      />
      {row === undefined || path.startsWith('lists/') ? null : (
        <History what={section.what} id={row.id} fields={table.fields} />
      )}
      {row === undefined || section.remove === undefined || !mayChange ? null : (
        <Remove {...{ section, path, row }} label={section.remove} onClose={onClose} />
      )}
    </Drawer>
  )
}

/** What is gone at once is asked by name. */
function Remove({
  section,
  path,
  row,
  label,
  onClose,
}: {
  readonly section: Section
  readonly path: string
  readonly row: SettingRow
  readonly label: string
  readonly onClose: () => void
}) {
  const { today } = useMe()
  const { mutateAsync, isPending } = useChangeSetting(section.what)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = path.startsWith('lists/') ? path.slice('lists/'.length) : row.id
  const send = async () => {
    try {
      await mutateAsync({ id, values: row.values, end: today })
      onClose()
    } catch (problem) {
      setError(asApiError(problem))
    }
  }
  return (
    <div className="settings-remove stack">
      {asking ? (
        <>
          <p className="note-box">
            确定{label}“{nameOf(row)}”吗？立即生效，不能撤销。
          </p>
          <div className="row">
            <Button danger type="primary" loading={isPending} onClick={() => void send()}>
              确定{label}
            </Button>
            <Button onClick={() => setAsking(false)}>取消</Button>
          </div>
        </>
      ) : (
        <Button danger onClick={() => setAsking(true)}>
          {label}…
        </Button>
      )}
      {error === undefined ? null : <ErrorBox error={error} />}
    </div>
  )
}

function nameOf(row: SettingRow): string {
  const { name, label, login, person, title } = row.text
  const post = person === undefined ? undefined : `${person} ${title ?? ''}`.trim()
  return (
    label ?? login ?? (row.values['unit'] === undefined ? name : (name ?? post)) ?? post ?? row.id
  )
}
