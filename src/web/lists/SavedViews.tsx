import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { del, get, post } from '../api/client.ts'
import { useAddress, useGo } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import { sameAddress } from './same-address.ts'

type SavedView = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly shared: boolean
  readonly mine: boolean
}

/** Lists one comes back to, by name: one's own, and those of the whole unit. */
export function SavedViews({ kind }: { readonly kind: string }) {
  const { values, path } = useAddress()
  const go = useGo()
  const { views, save, remove } = useViews(kind)
  const address = new URLSearchParams(values).toString()
  const isPlain = address === ''
  if (views.length === 0 && isPlain) return null
  return (
    <nav className="row saved-views no-print" aria-label="常用列表">
      <button
        type="button"
        className={isPlain ? 'saved-view now' : 'saved-view'}
        onClick={() => go(path)}
      >
        全部
      </button>
      {views.map((view) => (
        <span
          key={view.id}
          className={sameAddress(view.address, address) ? 'saved-view now' : 'saved-view'}
        >
          <button type="button" onClick={() => go(`${path}?${view.address}`)}>
            {view.name}
            {view.shared ? <span className="quiet small"> 本单位</span> : null}
          </button>
          {view.mine ? (
            <button
              type="button"
              className="quiet"
              aria-label={`删除常用列表 ${view.name}`}
              onClick={() => remove(view.id)}
            >
              ✕
            </button>
          ) : null}
        </span>
      ))}
      {isPlain || views.some((view) => sameAddress(view.address, address)) ? null : (
        <SaveAs save={(name, shared) => save({ name, shared, address })} />
      )}
    </nav>
  )
}

function useViews(kind: string) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const queryKey = ['views', kind]
  const { data = [] } = useQuery({
    queryKey,
    queryFn: () => get<readonly SavedView[]>(`/api/views/${kind}`),
  })
  const take = {
    onSuccess: (views: readonly SavedView[]) => queries.setQueryData(queryKey, views),
    onError: (error: unknown) => {
      message.error(asApiError(error).says)
    },
  }
  const saving = useMutation({
    ...take,
    mutationFn: (view: Pick<SavedView, 'name' | 'shared' | 'address'>) =>
      post<readonly SavedView[]>(`/api/views/${kind}`, view),
  })
  const removing = useMutation({
    ...take,
    mutationFn: (id: string) => del<readonly SavedView[]>(`/api/views/${kind}/${id}`),
  })
  return { views: data, save: saving.mutate, remove: removing.mutate }
}

function SaveAs({ save }: { readonly save: (name: string, shared: boolean) => void }) {
  const { role, unit } = useMe().post
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const send = () => {
    if (name.trim() === '') return
    save(name.trim(), shared)
    setName('')
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title="把现在的筛选、列和排序存为常用"
      content={
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Input
            aria-label="名称"
            value={name}
            maxLength={20}
            placeholder="起个名字"
            onChange={(event) => setName(event.target.value)}
          />
          {role === 'head' || role === 'secretary' ? (
            <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
              {unit.name}的人都能用
            </Checkbox>
          ) : null}
          <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
            保存
          </Button>
        </form>
      }
    >
      <Button size="small" type="dashed">
        存为常用
      </Button>
    </Popover>
  )
}
