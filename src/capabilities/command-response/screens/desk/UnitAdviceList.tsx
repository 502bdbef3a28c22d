import { useDirectory } from '../../../../web/api/use-directory.ts'
import {
  firstKey,
  type ItemAdvice,
  slotsPerSort,
  type Suggested,
  type UnitAdvice,
} from './advice.ts'
import type { Choice } from './choice.ts'
import { forbiddenFor } from './forbidden.ts'
import { PickRow } from './PickRow.tsx'

/** Units that handled such matters here. One that the list forbids stays in sight with the reason. */
export function UnitAdviceList({
  units,
  items,
  choice,
  onPick,
}: {
  readonly units: readonly UnitAdvice[]
  readonly items: readonly ItemAdvice[]
  readonly choice: Choice
  readonly onPick: (suggested: Suggested) => void
}) {
  const directory = useDirectory()
  const itemType = items.find(({ id }) => id === choice.dutyItem)?.type
  if (units.length === 0) return null
  return (
    <section className="advice-part">
      <h3>可能的主办单位</h3>
      <ul>
        {units.slice(0, slotsPerSort).map((unit, at) => {
          const forbidden = forbiddenFor(directory.units.get(unit.id)?.type, itemType)
          return (
            <PickRow
              key={unit.id}
              keyNumber={firstKey.unit + at}
              isChosen={unit.id === choice.lead}
              disabled={forbidden !== undefined}
              onPick={() => onPick({ sort: 'unit', unit })}
              head={unit.name}
            >
              {forbidden === undefined ? (
                unit.reason
              ) : (
                <span className="advice-forbidden">✕ {forbidden.says}</span>
              )}
            </PickRow>
          )
        })}
      </ul>
    </section>
  )
}
