import { Button, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useDirectory } from '../../../web/api/use-directory.ts'
import { FormRow } from '../../../web/forms/FormRow.tsx'
import { UnitPicker, UnitsPicker } from '../../../web/forms/UnitPicker.tsx'
import { AreaPicker } from '../../../web/forms/AreaPicker.tsx'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import type { Intent } from '../reorganisation/proposal.ts'
import { AreasPicker } from './AreasPicker.tsx'
import { Parts } from './Parts.tsx'
import { intentOf, nothingChosen, type Chosen, ofs, whats } from './chosen.ts'
import './reorganisation.css'

/** What is to be changed, in as few words as it takes. */
export function IntentForm({ onIntent }: { readonly onIntent: (intent: Intent) => Promise<void> }) {
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const set = (change: Partial<Chosen>) => setChosen({ ...chosen, ...change })
  const intent = intentOf(chosen)
  const preview = async () => {
    if (intent === undefined) return
    setBusy(true)
    setError(undefined)
    await onIntent(intent).catch((fault: unknown) =>
      setError(fault instanceof Error ? fault : new Error(String(fault))),
    )
    setBusy(false)
  }
  return (
    <section className="sheet reorganisation-part" aria-label="调整什么">
      <div className="form-fields form-grid">
        <FormRow id="reorganisation-of" label="调整对象" required wide={false}>
          <Segmented
            id="reorganisation-of"
            value={chosen.of}
            options={ofs}
            onChange={(of) => setChosen({ ...nothingChosen, what: chosen.what, of })}
          />
        </FormRow>
        <FormRow id="reorganisation-what" label="调整方式" required wide={false}>
          <Segmented
            id="reorganisation-what"
            value={chosen.what}
            options={whats}
            onChange={(what) => setChosen({ ...nothingChosen, of: chosen.of, what })}
          />
        </FormRow>
        <From {...{ chosen, set }} />
        <Into {...{ chosen, set }} />
      </div>
      {error === undefined ? null : <ErrorBox error={error} />}
      <div className="row form-end">
        <Button
          type="primary"
          loading={busy}
          disabled={intent === undefined}
          onClick={() => void preview()}
        >
          生成对照表
        </Button>
      </div>
    </section>
  )
}

type Part = { readonly chosen: Chosen; readonly set: (change: Partial<Chosen>) => void }

function From({ chosen, set }: Part) {
  const many = chosen.what === 'merge' || chosen.what === 'move'
  const label = many ? '要调整的（可多选）' : '要调整的'
  return (
    <FormRow id="reorganisation-from" label={label} required>
      {chosen.of === 'areas' ? (
        <AreasPicker
          id="reorganisation-from"
          value={chosen.from}
          many={many}
          onChange={(from) => set({ from, goes: {} })}
        />
      ) : many ? (
        <UnitsPicker
          id="reorganisation-from"
          value={chosen.from}
          onChange={(from) => set({ from: [...from] })}
        />
      ) : (
        <UnitPicker
          id="reorganisation-from"
          value={chosen.from[0]}
          onChange={(from) => set({ from: from === undefined ? [] : [from] })}
        />
      )}
    </FormRow>
  )
}

/** What there is afterwards: an area or unit that exists, or a name. */
function Into({ chosen, set }: Part) {
  switch (chosen.what) {
    case 'merge':
      return <Merged {...{ chosen, set }} />
    case 'split':
      return <Parts {...{ chosen, set }} />
    case 'rename':
      return <NewName label="新名称" {...{ chosen, set }} />
    case 'move':
      return <Under {...{ chosen, set }} />
  }
}

function NewName({ chosen, set, label }: Part & { readonly label: string }) {
  return (
    <FormRow id="reorganisation-name" label={label} required wide={false}>
      <Input
        id="reorganisation-name"
        value={chosen.names[0] ?? ''}
        maxLength={60}
        onChange={(event) => set({ names: [event.target.value] })}
      />
    </FormRow>
  )
}

function Under({ chosen, set }: Part) {
  const id = 'reorganisation-under'
  const picker = {
    id,
    value: chosen.under,
    onChange: (under: number | undefined) => set({ under }),
  }
  return (
    <FormRow id={id} label="划归的上级" required>
      {chosen.of === 'areas' ? (
        <AreaPicker {...picker} levels={['city', 'district', 'street']} />
      ) : (
        <UnitPicker {...picker} />
      )}
    </FormRow>
  )
}

function Merged({ chosen, set }: Part) {
  const directory = useDirectory()
  const nameOf = (key: number) =>
    chosen.of === 'areas' ? (directory.areas.get(key)?.name ?? '') : directory.unitName(key)
  return (
    <>
      <FormRow id="reorganisation-into" label="合并到" required>
        <Radio.Group
          id="reorganisation-into"
          value={chosen.into ?? null}
          options={[
            ...chosen.from.map((value) => ({ value, label: `保留${nameOf(value)}` })),
            { value: 0, label: '新设一个' },
          ]}
          onChange={({ target }) => set({ into: Number(target.value) })}
        />
      </FormRow>
      {chosen.into === 0 ? <NewName label="新设的名称" {...{ chosen, set }} /> : null}
    </>
  )
}
