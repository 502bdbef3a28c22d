import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { newId } from '../../../../web/api/ids.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { draftName, keepDraft } from '../../../../web/forms/draft.ts'
import { useKeys } from '../../../../web/keys/use-keys.ts'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { valuesOf } from './choice.ts'
import { DeskContext } from './desk-context.ts'
import { DeskWork } from './DeskWork.tsx'
import { Queue } from './Queue.tsx'
import { groupNamed, nextAfter, type QueueGroup, rowsOf, stepFrom } from './queue.ts'
import { useQueue } from './use-queue.ts'
import type { Registered } from './use-register.ts'
import './desk.css'

/** The intake and dispatch desk: the queue at the left, the one in hand at the right. */
export function Desk() {
  const { values, set } = useAddress()
  const me = useMe()
  const query = useQueue()
  const [done, setDone] = useState<Registered>()
  const group = groupNamed(values['group'])
  const rows = rowsOf(group, query.rows)
  const mayRegister = me.starts.some(({ command }) => command === 'register')
  const isNew = mayRegister && (values['new'] === '1' || values['id'] === undefined)
  const open = isNew ? undefined : (values['id'] ?? rows[0]?.record.id)
  const show = (id: string | undefined) => set({ id, new: undefined })
  const turnOn = (id: string) => show(nextAfter(id, rows))
  const step = (by: 1 | -1) => show(stepFrom(open, rows, by))
  const startNew = () => set({ id: undefined, new: '1' })
  useKeys({ j: () => step(1), k: () => step(-1), ...(mayRegister ? { n: startNew } : {}) })
  const registered = (one: Registered) => {
    setDone(one)
    if (one.refused === undefined) return
    const { id } = one.answer.view.record
    const draft = { ask: newId(), values: valuesOf(one.choice), at: Date.now() }
    keepDraft(localStorage, draftName(me.person.id, `${id}/dispatch`), draft)
    show(id)
  }
  const turnTo = (to: QueueGroup) =>
    set({ group: to, id: rowsOf(to, query.rows)[0]?.record.id, new: undefined })
  const newButton = (
    <Button type={isNew ? 'default' : 'primary'} icon={<PlusOutlined />} onClick={startNew}>
      新登记
    </Button>
  )
  return (
    <PageFrame
      title="派单台"
      sub={<span className="hide-narrow">{keysSaid}</span>}
      extra={mayRegister ? newButton : null}
    >
      <DeskContext value={{ turnOn }}>
        <div className="desk">
          <Queue {...{ query, group, open }} onOpen={show} onGroup={turnTo} />
          <DeskWork
            {...{ group, isNew, open, done, registered, show, turnOn }}
            close={() => setDone(undefined)}
            settled={(second) =>
              setDone(
                (one) => one && { ...one, second, refused: undefined, next: { step: 'dispatch' } },
              )
            }
          />
        </div>
      </DeskContext>
    </PageFrame>
  )
}

const keysSaid = 'j / k 上下 · n 新登记 · Alt+1…9 采用建议 · m 并入 · Ctrl+Enter 派单'
