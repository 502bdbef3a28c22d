import { useState } from 'react'
import { momentWords } from '../moment.ts'
import type { Appeal } from '../net/appeal.ts'
import { CopyButton } from '../parts/CopyButton.tsx'
import { Go } from '../parts/Go.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import type { PageName } from '../page-address.ts'
import { go } from '../route.ts'
import { AnswerBox } from './AnswerBox.tsx'
import { OwnPhotos } from './OwnPhotos.tsx'
import { StepList } from './StepList.tsx'
import { closeAppeal, type Followed } from './use-appeal.ts'
import { takeDone } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

/** One's own appeal: where it stands, who is on it, what was answered, what one can do now. */
export function AppealPage() {
  const [done] = useState(takeDone)
  return (
    <WithAppeal title="我的诉求" back="follow">
      {(appeal, followed) => <Shown appeal={appeal} followed={followed} done={done} />}
    </WithAppeal>
  )
}

type Props = { readonly appeal: Appeal; readonly followed: Followed; readonly done: string }

function Shown({ appeal, followed, done }: Props) {
  return (
    <>
      <output className={done === '' ? 'sr' : 'note good'}>{doneWords[done] ?? ''}</output>
      <p className="number">
        编号 <strong>{appeal.number}</strong>
        {appeal.demo && <span className="demo">演示数据</span>}
      </p>
      <p className="state">{appeal.stateWords}</p>
      {appeal.due !== '' && <p>{appeal.due}</p>}
      {appeal.handler !== '' && (
        <p>
          承办单位：<strong>{appeal.handler}</strong>
        </p>
      )}
      <Outcome appeal={appeal} />
      <Offers offers={appeal.offers} />
      <h2>办到哪一步</h2>
      <StepList steps={appeal.steps} />
      <h2>经过</h2>
      <ol className="timeline">
        {appeal.timeline.map(({ at, says }) => (
          <li key={`${at} ${says}`}>
            <time dateTime={at}>{momentWords(at)}</time>
            <span>{says}</span>
          </li>
        ))}
      </ol>
      <h2>您反映的</h2>
      <p className="words">{appeal.detail}</p>
      <p className="hint">{[appeal.place, appeal.spot].filter((text) => text !== '').join(' ')}</p>
      {appeal.complained !== '' && <p className="hint">反映的单位：{appeal.complained}</p>}
      <OwnPhotos photos={appeal.photos} token={followed.session?.token ?? ''} />
      <Ways number={appeal.number} reload={followed.reload} />
      {followed.problem !== undefined && (
        <ProblemNote problem={followed.problem} retry={followed.reload} />
      )}
    </>
  )
}

function Ways({ number, reload }: { readonly number: string; readonly reload: () => void }) {
  return (
    <p className="row">
      <CopyButton text={number} label="复制编号" />
      <Go to="appeal/slip" className="button">
        回执
      </Go>
      <Go to="appeal/mine" className="button">
        我的信息
      </Go>
      <button type="button" className="button" onClick={reload}>
        刷新
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          go('home')
          closeAppeal()
        }}
      >
        看完了，退出
      </button>
    </p>
  )
}

function Outcome({ appeal: { answer, ground, turnTo, judged } }: { readonly appeal: Appeal }) {
  return (
    <>
      <AnswerBox answer={answer} />
      {(ground !== '' || turnTo !== '') && (
        <section className="answer" aria-label="不由这里受理">
          <h2>不由这里受理</h2>
          {ground !== '' && <p>原因：{ground}</p>}
          {turnTo !== '' && <p>可以找：{turnTo}</p>}
        </section>
      )}
      {judged !== '' && <p>您的评价：{judged}</p>}
    </>
  )
}

/** What may be done now, as the server offers it. */
function Offers({ offers }: { readonly offers: ReadonlySet<string> }) {
  const shown = deeds.filter(({ command }) => offers.has(command))
  if (shown.length === 0) return null
  return (
    <nav aria-label="您可以" className="deeds">
      {shown.map(({ command, page, label }) => (
        <Go
          key={command}
          to={page}
          className={command === 'judge' ? 'button main wide' : 'button wide'}
        >
          {label}
        </Go>
      ))}
    </nav>
  )
}

type Deed = { readonly command: string; readonly page: PageName; readonly label: string }

const deeds: readonly Deed[] = [
  { command: 'judge', page: 'appeal/judge', label: '我来评价' },
  { command: 'supplement', page: 'appeal/supplement', label: '补充说明' },
  { command: 'rewrite', page: 'appeal/rewrite', label: '更正我写的内容' },
  { command: 'urge', page: 'appeal/urge', label: '催一催' },
  { command: 'withdraw', page: 'appeal/withdraw', label: '撤回' },
]

const doneWords: Readonly<Record<string, string>> = {
  judge: '评价已收到，谢谢您。',
  supplement: '补充的内容已收到，承办单位能看到。',
  rewrite: '已更正。',
  urge: '已经替您催了。',
  withdraw: '已撤回。',
  correctContact: '联系方式已更正，原来的已删除。',
  withdrawContact: '联系方式已收回并删除，以后不留名。',
  eraseMine: '您的信息已经删除。',
}
