import type { DutyBlock, DutyRow } from './duty-rows.ts'
import { factOf } from './duty-rows.ts'

/** The duty list as it is printed: blocks, and under each its items with who leads and who helps. */
export function DutyTable({
  blocks,
  open,
  onOpen,
}: {
  readonly blocks: readonly DutyBlock[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  return (
    <div className="sheet duty-sheet">
      <table className={open === undefined ? 'duty-table' : 'duty-table duty-table-narrow'}>
        <thead>
          <tr>
            <th>编号</th>
            <th>事项</th>
            <th>类型</th>
            <th>牵头</th>
            <th className="duty-more">配合</th>
            <th className="duty-more">依据</th>
          </tr>
        </thead>
        {blocks.map((block) => (
          <tbody key={block.name}>
            <tr>
              <th colSpan={6} className="duty-block" scope="rowgroup">
                {block.name} <span className="quiet">{block.rows.length} 项</span>
              </th>
            </tr>
            {block.rows.map((row) => (
              <DutyLine key={row.id} row={row} isOpen={row.id === open} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function DutyLine({
  row,
  isOpen,
  onOpen,
}: {
  readonly row: DutyRow
  readonly isOpen: boolean
  readonly onOpen: (id: string) => void
}) {
  return (
    <tr className={isOpen ? 'duty-line duty-line-open' : 'duty-line'}>
      <td className="nowrap">{factOf(row, 'number')}</td>
      <td>
        <button type="button" className="linklike" onClick={() => onOpen(row.id)}>
          {row.title}
        </button>
        {row.state === 'ended' ? <span className="quiet"> {row.stateLabel}</span> : null}
      </td>
      <td className="nowrap">
        <DutyType words={factOf(row, 'type')} />
      </td>
      <td>{factOf(row, 'lead')}</td>
      <td className="duty-more">{factOf(row, 'cooperating')}</td>
      <td className="duty-more quiet">{factOf(row, 'basis')}</td>
    </tr>
  )
}

/** A sign and the word, since the three sorts decide who may be given what. */
function DutyType({ words }: { readonly words: string }) {
  const sign = signs.find(({ part }) => words.includes(part))
  return (
    <span className={`tag ${sign?.look ?? ''}`}>
      <span aria-hidden="true">{sign?.mark ?? ''}</span>
      {words}
    </span>
  )
}

const signs = [
  { part: '基本', mark: '■', look: 'tag-work' },
  { part: '配合', mark: '◧', look: 'tag-wait' },
  { part: '收回', mark: '↑', look: 'tag-late' },
] as const
