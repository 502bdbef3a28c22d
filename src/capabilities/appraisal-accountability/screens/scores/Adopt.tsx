import { Button } from 'antd'
import { useState } from 'react'
import type { ScoreItem } from '../../../../kernel/fair/score.ts'
import { scoreItemText } from '../../../../kernel/fair/written.ts'
import type { Fields } from '../../../../kernel/field.ts'
import { figureKey } from '../../../../kernel/figure-key.ts'
import { useGo } from '../../../../web/api/use-address.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { CommandForm } from '../../../../web/forms/CommandForm.tsx'
import { useTell } from '../review/use-tell.ts'
import type { Chosen } from './view.ts'

/** What was tried becomes a draft: a next version of the sheet in force, or the lines of the draft
 *  itself. Until then nothing is kept; afterwards those scored are heard as of any draft. */
export function Adopt({
  chosen,
  items,
  changed,
}: {
  readonly chosen: Chosen
  readonly items: readonly ScoreItem[]
  /** The items that are not as they were. */
  readonly changed: readonly ScoreItem[]
}) {
  if (chosen.sheet === undefined || changed.length === 0) return null
  return <OfSheet key={chosen.sheet} sheet={chosen.sheet} items={items} changed={changed} />
}

type Of = {
  readonly sheet: string
  readonly items: readonly ScoreItem[]
  readonly changed: readonly ScoreItem[]
}

function OfSheet({ sheet, items, changed }: Of) {
  const { starts } = useMe()
  const { data } = useRecord(sheet)
  if (data === undefined) return null
  const offers = data.offers.some(({ command }) => command === 'changeItem')
  const drafts = starts.some(({ kind, command }) => kind === 'scoring-sheet' && command === 'draft')
  const field = (name: string) => {
    const value = data.fields.find((one) => one.name === name)?.value
    return typeof value === 'string' ? value : ''
  }
  if (data.record.state === 'draft' && offers) return <IntoDraft sheet={sheet} changed={changed} />
  if (data.record.state !== 'published' || !drafts) return null
  return (
    <AsNext
      sheet={sheet}
      items={items}
      name={field('name') || data.record.title}
      subjects={field('subjects')}
    />
  )
}

function IntoDraft({ sheet, changed }: Omit<Of, 'items'>) {
  const go = useGo()
  const { ask, busy } = useAsk()
  const tell = useTell()
  const take = async () => {
    for (const item of changed) {
      const { id, label, points, full, zero, adjust } = item
      const indicator = figureKey(item.indicator, item.part)
      const data = { item: id, label, indicator, points, full, zero, adjust }
      await ask({ kind: 'scoring-sheet', id: sheet, command: 'changeItem', data })
    }
    go(`/scores?id=${sheet}`)
  }
  return (
    <Button type="primary" loading={busy} onClick={() => void take().catch(tell)}>
      采用：改入草案（{changed.length} 项）
    </Button>
  )
}

const fields: Fields = {
  name: { type: 'code', label: '名称', required: true, max: 60 },
  basis: { type: 'code', label: '修改依据', required: true, max: 300 },
}

function AsNext({
  sheet,
  items,
  name,
  subjects,
}: {
  readonly sheet: string
  readonly items: readonly ScoreItem[]
  readonly name: string
  readonly subjects: string
}) {
  const go = useGo()
  const { ask } = useAsk()
  const { post } = useMe()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button type="primary" onClick={() => setOpen(true)}>
        采用为新一版草案
      </Button>
    )
  return (
    <CommandForm
      fields={fields}
      draftKey={`${sheet}/adopt`}
      initial={{ name }}
      submitLabel="起草新一版"
      onCancel={() => setOpen(false)}
      submit={async (data, id) => {
        const { view } = await ask({
          kind: 'scoring-sheet',
          command: 'draft',
          area: post.unit.area,
          data: { ...data, subjects, replaces: sheet, items: items.map(scoreItemText) },
          ask: id,
        })
        go(`/scores?id=${view.record.id}`)
      }}
    />
  )
}
