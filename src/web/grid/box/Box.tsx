import { momentWords, cityTime } from '../../residents/moment.ts'
import type { Entry } from '../outbox/entry.ts'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { useMe, useSnapshot, useWork } from '../work/use-work.ts'
import { describe, isConflict, sorted } from './states.ts'

/** What waits, what arrived and what was refused, each in plain words. */
export function Box() {
  const { entries, ofOthers, sending, session, line } = useSnapshot()
  const work = useWork()
  const waiting = entries.filter(({ state }) => state === 'waiting')
  return (
    <Page title="发送情况">
      {waiting.length > 0 && session === 'open' && (
        <p className="row">
          <button
            type="button"
            className="button"
            aria-disabled={sending}
            onClick={() => void work.round()}
          >
            {sending ? '正在发送' : `现在发送 ${waiting.length} 件`}
          </button>
          {line === 'down' && <span className="hint">不用守着，有信号会自己发。</span>}
        </p>
      )}
      {entries.length === 0 && (
        <p>还没有写过。写好的会先存在这台手机上，再发给平台；发出去的在这里留 14 天。</p>
      )}
      <ul className="box">
        {sorted(entries).map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
      {ofOthers > 0 && (
        <p className="note">
          这台手机上还有别人写的 {ofOthers} 件没有发出，要等本人登录才会发，不会算在您名下。
        </p>
      )}
      <Go to={{ page: 'report' }} className="button">
        再报一件
      </Go>
    </Page>
  )
}

function Row({ entry }: { readonly entry: Entry }) {
  const work = useWork()
  const { state, writtenAt, photos } = entry
  return (
    <li className={`entry ${state}`}>
      <p className="entry-state">
        <span aria-hidden="true">{signs[state]}</span> <StateWords entry={entry} />
      </p>
      <p>
        <strong>{describe(entry)}</strong>
      </p>
      {entry.words !== '' && <p className="words clipped">{entry.words}</p>}
      <p className="hint">
        {momentWords(cityTime(writtenAt))} 写下{photos.length > 0 && ` · ${photos.length} 张照片`}
      </p>
      {state === 'refused' && (
        <Go to={{ page: 'decide', id: entry.id }} className="button">
          {isConflict(entry) ? '看看变化，再决定' : '看看原因，再决定'}
        </Go>
      )}
      {state === 'sent' && entry.sent !== undefined && (
        <Go to={{ page: 'finding', id: entry.sent.record }} className="button quiet">
          看办到哪一步
        </Go>
      )}
      {state === 'waiting' && entry.tries === 0 && (
        <button type="button" className="button quiet" onClick={() => void work.giveUp(entry.id)}>
          不发了
        </button>
      )}
    </li>
  )
}

function StateWords({ entry }: { readonly entry: Entry }) {
  const { post } = useMe()
  const { state, sent, refusal, tries } = entry
  if (state === 'sent') return <>已送到，编号 {sent?.number}</>
  if (state === 'refused') return <>没有收下：{refusal?.says}</>
  if (entry.post !== post.id) return <>等您换到“{entry.postName}”再发</>
  return <>{tries === 0 ? '等着发送' : '等着发送（发过，没有收到回音，不会重复）'}</>
}

const signs = { waiting: '…', sent: '✓', refused: '!' } as const
