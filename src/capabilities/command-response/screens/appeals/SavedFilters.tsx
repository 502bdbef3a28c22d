import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useMe } from '../../../../web/api/use-me.ts'
import { countOf, type Filters } from '../../../../web/lists/filters.ts'
import { isSame, savedFrom, withoutSaved, withSaved } from './saved-filters.ts'
import { useStored } from './use-stored.ts'

/** Views that a person comes back to, by name, in this browser and for this account. */
export function SavedFilters({
  filters,
  onChoose,
}: {
  readonly filters: Filters
  readonly onChoose: (filters: Filters) => void
}) {
  const { account } = useMe()
  const [saved, keep] = useStored(`tongxin:appeals:saved:${account.login}`, savedFrom)
  if (saved.length === 0 && countOf(filters) === 0) return null
  return (
    <div className="row saved no-print">
      {saved.map((one) => (
        <span
          key={one.name}
          className={isSame(one.filters, filters) ? 'saved-one saved-now' : 'saved-one'}
        >
          <button type="button" onClick={() => onChoose(one.filters)}>
            {one.name}
          </button>
          <button
            type="button"
            aria-label={`删除常用筛选 ${one.name}`}
            onClick={() => keep(withoutSaved(saved, one.name))}
          >
            ✕
          </button>
        </span>
      ))}
      {countOf(filters) === 0 ? null : (
        <SaveAs onSave={(name) => keep(withSaved(saved, name, filters))} />
      )}
    </div>
  )
}

function SaveAs({ onSave }: { readonly onSave: (name: string) => void }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = () => {
    if (name.trim() === '') return
    onSave(name)
    setName('')
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title="存为常用筛选"
      content={
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <Input
            aria-label="名称"
            value={name}
            maxLength={12}
            placeholder="起个名字"
            onChange={(event) => setName(event.target.value)}
            style={{ width: 160 }}
          />
          <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
            保存
          </Button>
        </form>
      }
    >
      <Button size="small" type="dashed">
        存为常用筛选
      </Button>
    </Popover>
  )
}
