import { useMemo } from 'react'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import type { Intake } from './intake.ts'
import { placesInText } from './places-in-text.ts'
import { shortPlace } from '../short-place.ts'

/** The places that the words name, to be taken with one click. */
export function NamedPlaces({
  intake: { detail, spot, area },
  under,
  onPick,
}: {
  readonly intake: Intake
  readonly under: number
  readonly onPick: (area: number) => void
}) {
  const directory = useDirectory()
  const within = useMemo(
    () => [...directory.areas.values()].filter((one) => directory.lies(one.code, under)),
    [directory, under],
  )
  const named = useMemo(() => placesInText(`${detail} ${spot}`, within), [detail, spot, within])
  const others = named.filter(({ code }) => area === undefined || !directory.lies(area, code))
  if (others.length === 0) return null
  return (
    <span className="named-places">
      文中提到：
      {others.map(({ code }) => (
        <button key={code} type="button" className="linklike" onClick={() => onPick(code)}>
          {shortPlace(directory.path(code))}
        </button>
      ))}
    </span>
  )
}
