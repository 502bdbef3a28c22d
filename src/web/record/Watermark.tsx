import { useMe } from '../api/use-me.ts'

const times = Array.from({ length: 40 }, (_, place) => place)

/** Lies over the page while somebody's contact is shown in clear, and on its paper: who looked, where
 *  from and on which day. */
export function Watermark() {
  const me = useMe()
  const words = `${me.post.unit.name} ${me.person.name} ${me.today}`
  return (
    <div className="watermark" aria-hidden="true">
      {times.map((place) => (
        <span key={place}>{words}</span>
      ))}
    </div>
  )
}
