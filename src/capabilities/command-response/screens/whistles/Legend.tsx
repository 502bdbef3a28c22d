import { type Stage } from './board.ts'

export const signs: Readonly<Record<Stage, string>> = {
  called: '○',
  signed: '◔',
  arrived: '◑',
  handling: '◕',
  done: '✓',
  disputed: '?',
  released: '—',
}

const words: readonly (readonly [Stage, string])[] = [
  ['called', '待签收'],
  ['signed', '待报到'],
  ['arrived', '已报到'],
  ['handling', '处置中'],
  ['done', '已办结'],
  ['disputed', '争议待裁'],
  ['released', '不再参加'],
]

/** What the signs mean; a colour never stands alone. */
export function Legend() {
  return (
    <span className="board-legend quiet small hide-narrow">
      {words.map(([stage, label]) => (
        <span key={stage} className={`stage stage-${stage}`}>
          <span aria-hidden="true">{signs[stage]}</span> {label}
        </span>
      ))}
      <span className="stage stage-late">! 超时</span>
    </span>
  )
}
