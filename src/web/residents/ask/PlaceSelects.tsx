import { useState } from 'react'
import type { Area } from '../net/places.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useCity } from '../parts/use-city.ts'
import { LevelSelect } from './LevelSelect.tsx'
import { useAreasOf } from './use-areas.ts'
import { changeDraft, useDraft } from './use-draft.ts'

/** The place, level by level; each may stop where the person is no longer sure. */
export function PlaceSelects({ error }: { readonly error?: string | undefined }) {
  const { city, problem, reload } = useCity()
  const { area: chosen } = useDraft()
  const [chosenHere, setChain] = useState<readonly Area[]>([])
  // A place found by its name is not what was chosen here.
  const chain = chosenHere.at(-1)?.code === chosen?.code ? chosenHere : []
  const [district, street, community] = chain
  const streets = useAreasOf(chain.at(0)?.code)
  const communities = useAreasOf(chain.at(1)?.code)
  const chooseAt = (level: number) => (area: Area | undefined) => {
    const next = [...chain.slice(0, level), ...(area === undefined ? [] : [area])]
    setChain(next)
    changeDraft({ area: placeOf(next), unit: undefined })
  }
  const failed = problem ?? streets.problem ?? communities.problem
  const retry = () => {
    if (problem !== undefined) reload()
    streets.reload()
    communities.reload()
  }
  const levels = [
    { id: 'area', label: '区县', unsure: '请选择', areas: city?.districts, chosen: district },
    { id: 'street', label: '街道、乡镇', unsure: '说不清', areas: streets.areas, chosen: street },
    {
      id: 'community',
      label: '社区、村',
      unsure: '说不清',
      areas: communities.areas,
      chosen: community,
    },
  ]
  return (
    <fieldset className={error === undefined ? 'field' : 'field wrong'}>
      <legend>或者一级一级选</legend>
      {error !== undefined && (
        <p className="error" id="area-error">
          <span className="sr">错误：</span>
          {error}
        </p>
      )}
      {failed !== undefined && <ProblemNote problem={failed} retry={retry} />}
      {levels.slice(0, Math.min(chain.length + 1, levels.length)).map((level, at) => (
        <LevelSelect
          key={level.id}
          {...level}
          errorId={at === 0 && error !== undefined ? 'area-error' : undefined}
          onChoose={chooseAt(at)}
        />
      ))}
    </fieldset>
  )
}

function placeOf(chain: readonly Area[]) {
  const last = chain.at(-1)
  return last && { code: last.code, path: chain.map(({ name }) => name).join(' / ') }
}
