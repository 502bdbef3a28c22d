import type { SheetAnswer } from './types.ts'

type Props = { readonly answer: SheetAnswer; readonly written: boolean }

/** What was found in a sheet: every row that cannot be taken, and why. */
export function Problems({ answer, written }: Props) {
  const { rows, problems, changed } = answer
  if (problems.length === 0 && written) return <p role="status">✓ 已写入 {changed} 行变化。</p>
  if (problems.length === 0)
    return (
      <p role="status">
        ✓ 检查了 {rows} 行，没有问题，{changed === 0 ? '和现有内容完全一样' : `${changed} 行有变化`}
        。
      </p>
    )
  return (
    <div className="stack" role="alert">
      <p>
        <b className="clock-late">! {problems.length} 处有问题</b>，{told(answer, written)}
      </p>
      <div className="settings-problems">
        <table className="plain-table">
          <thead>
            <tr>
              <th className="number">行</th>
              <th>列</th>
              <th>问题</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((one) => (
              <tr key={`${one.row}-${one.column}-${one.says}`}>
                <td className="number">{one.row}</td>
                <td className="nowrap">{one.column}</td>
                <td>{one.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function told({ changed }: SheetAnswer, written: boolean): string {
  if (!written) return '改好后重新选择。整张表格都不会写入。'
  if (changed === 0) return '整张表格都没有写入，改好后重新选择。'
  return `这些行没有写入，其余 ${changed} 行变化已经写入。改好后重新选择，写过的行不会重复。`
}
