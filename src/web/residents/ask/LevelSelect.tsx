import type { Area } from '../net/places.ts'

type Props = {
  readonly id: string
  readonly label: string
  /** What stands for no choice. */
  readonly unsure: string
  /** Absent while they load. */
  readonly areas: readonly Area[] | undefined
  readonly chosen: Area | undefined
  readonly errorId?: string | undefined
  readonly onChoose: (area: Area | undefined) => void
}

/** The areas of one level. */
export function LevelSelect(props: Props) {
  const { id, label, unsure, areas, chosen, errorId, onChoose } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen?.code ?? ''}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
        onChange={(event) => {
          onChoose(areas?.find(({ code }) => String(code) === event.target.value))
        }}
      >
        <option value="">{areas === undefined ? '正在取名单…' : unsure}</option>
        {areas?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
