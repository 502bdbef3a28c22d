import type { SheetAnswer } from './types.ts'

/** What a check of a sheet found: every row that cannot be taken, and why. */
export function Problems({ answer }: { readonly answer: SheetAnswer }) {
  const { rows, problems, changed } = answer
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
        <b className="clock-late">! {problems.length} 处有问题</b>
        ，改好后重新选择。整张表格都不会写入。
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
