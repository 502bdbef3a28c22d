import type { BallotView } from './use-ballot.ts'

/** The totals of a count, for who may read them. */
export function BallotTotals({ poll }: { readonly poll: NonNullable<BallotView['poll']> }) {
  if (poll.tooFew) return <p>收回的票不足 5 张，为了不让人猜出谁怎么选，不显示结果。</p>
  if (poll.lines === undefined) return <p className="quiet">结果由有权查看的单位查看。</p>
  return (
    <>
      <table className="plain-table ballot-totals">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">结果（票）</th>
          </tr>
        </thead>
        <tbody>
          {poll.lines.map(({ label, totals }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {totals.map((total) => (
                  <span key={total.label} className="ballot-total">
                    {total.label} <b>{total.count}</b>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">不足 5 票的选项和相邻选项合在一起，写作“好或较好”。</p>
    </>
  )
}
