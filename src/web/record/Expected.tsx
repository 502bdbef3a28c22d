import type { RecordView } from '../api/record-view.ts'
import { ClockWords } from '../look/ClockWords.tsx'

/** What is asked of whom now; where somebody else must act, it says who. */
export function Expected({ view }: { readonly view: RecordView }) {
  if (view.expected.length === 0) return null
  return (
    <section>
      <h2>现在该谁办</h2>
      <ul className="expected">
        {view.expected.map((one) => (
          <li key={`${one.unit.id}/${one.command}`} className={one.mine ? 'mine' : ''}>
            <b>{one.mine ? `本单位（${one.unit.name}）` : one.unit.name}</b>
            <span>{one.commandLabel}</span>
            <ClockWords due={one.due} late={one.late} provisional={one.provisional} />
            <span className="quiet">
              {one.taker === undefined ? '还没有人认领' : `${one.taker.name} 在办`}
            </span>
            {one.notYet === undefined ? null : (
              <span className="not-yet">
                您现在不能办：{one.notYet.says}
                {one.notYet.instead === undefined ? '' : `。${one.notYet.instead}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
