import { useEffect, useState } from 'react'
import { loadUnits, type PlaceUnit } from '../net/places.ts'
import type { Reply } from '../net/send.ts'
import { describedBy, FieldFrame } from '../parts/FieldFrame.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { changeDraft } from './use-draft.ts'

type Props = {
  readonly area: number
  readonly chosen: PlaceUnit | undefined
  readonly error?: string | undefined
}

/** Which unit it is, of those that answer for the place. */
export function UnitSelect({ area, chosen, error }: Props) {
  const { units, problem, reload } = useUnitsOf(area)
  const frame = {
    id: 'complained',
    label: '哪个单位',
    hint: '这件诉求不会交给它和它下面的单位办，它们也看不到。名单里没有的，请在“事情的经过”里写明。',
    error,
  }
  // Without the list, what was chosen before still stands.
  const shown = units ?? (chosen === undefined ? [] : [chosen])
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} retry={reload} />}
      <FieldFrame {...frame}>
        <select
          id={frame.id}
          value={chosen?.id ?? ''}
          {...describedBy(frame)}
          onChange={({ target }) => {
            changeDraft({ unit: shown.find(({ id }) => String(id) === target.value) })
          }}
        >
          <option value="">{units === undefined ? '正在取名单…' : '请选择'}</option>
          {shown.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
    </>
  )
}

type Loaded = { readonly area: number; readonly reply: Reply<readonly PlaceUnit[]> }

function useUnitsOf(area: number) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    void loadUnits(area).then((reply) => {
      if (wanted) setLoaded({ area, reply })
    })
    return () => {
      wanted = false
    }
  }, [area, tries])
  const reply = loaded?.area === area ? loaded.reply : undefined
  return {
    units: reply?.ok === true ? reply.value : undefined,
    problem: reply?.ok === false ? reply.problem : undefined,
    reload: () => {
      setTries((before) => before + 1)
    },
  }
}
