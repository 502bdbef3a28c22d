import { useState } from 'react'
import { Tick } from '../parts/Tick.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { changeDraft, useDraft } from './use-draft.ts'

/** Whether a unit is complained of; asked once the place, and so its units, are known. */
export function UnitQuestion({ error }: { readonly error?: string | undefined }) {
  const { area, unit } = useDraft()
  const [about, setAbout] = useState(unit !== undefined)
  if (area === undefined) return null
  return (
    <>
      <Tick
        id="about-unit"
        label="是反映某个单位吗？"
        hint="反映的就是一个单位或它的工作人员，才勾上。"
        checked={about}
        onChange={(next) => {
          setAbout(next)
          changeDraft({ unit: undefined })
        }}
      />
      {about && <UnitSelect area={area.code} chosen={unit} error={error} />}
    </>
  )
}
