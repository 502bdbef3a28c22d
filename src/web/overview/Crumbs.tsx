import { useDirectory } from '../api/use-directory.ts'

/** Where one is in the tree of areas; what lies above one's own area is named but not entered. */
export function Crumbs({
  area,
  top,
  enter,
}: {
  readonly area: number
  readonly top: number
  readonly enter: (code: number) => void
}) {
  const { areas, lies } = useDirectory()
  const path: { readonly code: number; readonly name: string }[] = []
  for (let at = areas.get(area); at !== undefined;) {
    path.unshift({ code: at.code, name: at.name })
    at = at.parent === undefined ? undefined : areas.get(at.parent)
  }
  return (
    <nav className="crumbs" aria-label="地区">
      <ol>
        {path.map(({ code, name }) => (
          <li key={code}>
            {code === area ? (
              <b aria-current="location">{name}</b>
            ) : lies(code, top) ? (
              <button type="button" className="linklike" onClick={() => enter(code)}>
                {name}
              </button>
            ) : (
              <span className="quiet">{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
