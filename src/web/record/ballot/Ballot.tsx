import type { RecordView } from '../../api/record-view.ts'
import { ErrorBox } from '../../look/ErrorBox.tsx'
import { BallotTotals } from './BallotTotals.tsx'
import { CloseButton } from './CloseButton.tsx'
import { OpenButton } from './OpenButton.tsx'
import { SlipSheet } from './SlipSheet.tsx'
import { type BallotView, useBallot } from './use-ballot.ts'
import './ballot.css'

/** A vote without names, for who holds it: slips, how many came back, the count. */
export function Ballot({ record }: { readonly record: RecordView['record'] }) {
  const { ballot, slips, error, isBusy, open, close, forget } = useBallot(record.id)
  if (ballot === undefined) return null
  const { label, poll, mayRun, mayCount, eligible } = ballot
  const isLeft = !mayRun && mayCount && poll !== undefined && !poll.isClosed && !poll.isLost
  return (
    <section className="ballot" aria-label={label}>
      <h2>{label}</h2>
      <Turnout ballot={ballot} />
      {error === undefined ? null : <ErrorBox error={error} />}
      {poll?.isLost === true ? (
        <div className="note-box">
          这次测评的票打不开了（服务器换过或恢复过），已投的不能计票，请重新制票再投一次。
        </div>
      ) : null}
      {isLeft ? <div className="note-box">投票已经结束，还没有计票，请截止并计票。</div> : null}
      {(mayRun || isLeft) && poll?.isClosed !== true ? (
        <div className="ballot-deeds no-print">
          {mayRun ? (
            <OpenButton
              made={poll?.made}
              slips={eligible}
              isAllowed={poll === undefined || poll.isLost || poll.cast === undefined}
              isBusy={isBusy}
              open={open}
            />
          ) : null}
          {poll === undefined || poll.isLost ? null : (
            <CloseButton made={poll.made} cast={poll.cast} isBusy={isBusy} close={close} />
          )}
        </div>
      ) : null}
      {poll?.isClosed === true ? <BallotTotals poll={poll} /> : null}
      {slips === undefined ? null : <SlipSheet slips={slips} forget={forget} />}
    </section>
  )
}

function Turnout({ ballot: { poll, eligible } }: { readonly ballot: BallotView }) {
  if (poll === undefined)
    return (
      <p>
        {eligible === undefined
          ? '还没有填写参加测评的人数。填好后按人数制票。'
          : `还没有制票。按参加测评的 ${eligible} 人制票，打印裁开、打乱，由参加的人自己从票箱里抽。`}
      </p>
    )
  if (!poll.isClosed)
    return (
      <>
        <p className="ballot-count">
          已收回{poll.cast === undefined ? '不到 ' : '至少 '}
          <b>{poll.cast ?? 5}</b> 票，共制 {poll.made} 票
        </p>
        <p className="quiet">
          截止计票以前，票数每满五张才变一次，谁也看不到选了什么；也查不出哪张票是谁投的。
        </p>
      </>
    )
  const [cast, handed] = [poll.cast ?? 0, poll.handed ?? 0]
  return (
    <p className="ballot-count">
      发出 <b>{handed}</b> 票，收回 <b>{cast}</b> 票
      {handed === 0 ? null : `，投票率 ${((100 * cast) / handed).toFixed(1)}%`}
    </p>
  )
}
