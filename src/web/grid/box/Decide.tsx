import { useState } from 'react'
import { cityTime, momentWords } from '../../residents/moment.ts'
import { BackLink } from '../parts/BackLink.tsx'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Unread } from '../parts/Unread.tsx'
import { findingIn } from '../findings/finding.ts'
import { go } from '../route.ts'
import type { Entry } from '../outbox/entry.ts'
import { reads } from '../work/read-ahead.ts'
import { useReading, useSnapshot, useWork } from '../work/use-work.ts'
import { canBeCorrected, describe, isConflict } from './states.ts'

/** What the platform did not take: a person says what becomes of it. */
export function Decide({ id }: { readonly id?: string | undefined }) {
  const { entries } = useSnapshot()
  const entry = entries.find((one) => one.id === id)
  if (entry?.refusal === undefined)
    return (
      <Page title="没有要决定的" above={<BackLink to={{ page: 'box' }} />}>
        <p>这一件已经处理过了。</p>
      </Page>
    )
  return (
    <Page
      title={isConflict(entry) ? '情况有了变化，由您决定' : '平台没有收下，由您决定'}
      above={<BackLink to={{ page: 'box' }} />}
    >
      <RefusalNote refusal={entry.refusal} />
      {isConflict(entry) ? <Conflict entry={entry} /> : <Refused entry={entry} />}
      <GiveUp entry={entry} />
    </Page>
  )
}

/** What can be put right is put right and sent again, under the same ask. */
function Refused({ entry }: { readonly entry: Entry }) {
  const work = useWork()
  const { what, photos, words, refusal } = entry
  const photoTrouble = refusal?.code === 'photoLost' || refusal?.code === 'photoRefused'
  const again = async (part: Partial<Entry>) => {
    const { refusal: _, ...rest } = entry
    await work.writeDown({ ...rest, ...part, state: 'waiting' })
    go({ page: 'box' }, { replace: true })
  }
  return (
    <>
      <Mine entry={entry} />
      <div className="deeds">
        {photoTrouble && (
          <button
            type="button"
            className="button main"
            onClick={() => void again({ photos: photos.slice(0, 0) })}
          >
            去掉照片再发
          </button>
        )}
        {canBeCorrected(entry) && (
          <Go to={{ page: 'report', id: entry.id }} className="button main">
            重选类别和地点
          </Go>
        )}
        {canBeCorrected(entry) && (
          <Go to={{ page: 'send', id: entry.id }} className="button">
            改文字和照片
          </Go>
        )}
        <button type="button" className="button" onClick={() => void again({})}>
          原样再发一次
        </button>
      </div>
      {what.is === 'report' && words !== '' && (
        <p className="hint">您写的文字都在，重选时不会丢。</p>
      )}
    </>
  )
}

/** What one did and what has happened meanwhile, side by side. */
function Conflict({ entry }: { readonly entry: Entry }) {
  const work = useWork()
  const { what } = entry
  const reading = useReading(what.is === 'deed' ? reads.record(what.record) : undefined)
  const now = findingIn(reading.read?.body)
  if (what.is !== 'deed') return null
  const still = now?.offers.find(({ command }) => command === what.command)
  const again = async () => {
    if (now === undefined) return
    const { refusal: _, ...rest } = entry
    const next = { ...what, version: now.version, stateLabel: now.stateLabel }
    await work.writeDown({ ...rest, what: next, state: 'waiting' })
    go({ page: 'box' }, { replace: true })
  }
  return (
    <>
      <div className="sides">
        <section aria-labelledby="mine">
          <h2 id="mine">您写的时候</h2>
          <p>状态：{what.stateLabel}</p>
          <Mine entry={entry} />
        </section>
        <section aria-labelledby="now">
          <h2 id="now">现在</h2>
          {now === undefined ? (
            <Unread reading={reading} what="最新情况" />
          ) : (
            <>
              <p>状态：{now.stateLabel}</p>
              <ul className="timeline">
                {now.timeline.slice(-3).map(({ key, at, says }) => (
                  <li key={key}>
                    <time dateTime={at}>{momentWords(at)}</time>
                    {says}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      {now !== undefined && (
        <div className="deeds">
          {still === undefined ? (
            <p className="note">按现在的情况，已经不能“{what.label}”了。</p>
          ) : (
            <button type="button" className="button main" onClick={() => void again()}>
              看过了，仍然“{what.label}”
            </button>
          )}
          <Go to={{ page: 'finding', id: what.record }} className="button">
            看这件事的全部经过
          </Go>
        </div>
      )}
    </>
  )
}

function Mine({ entry }: { readonly entry: Entry }) {
  return (
    <div className="answer">
      <p>
        <strong>{describe(entry)}</strong>
      </p>
      {entry.words !== '' && <p className="words">{entry.words}</p>}
      <p className="hint">
        {momentWords(cityTime(entry.writtenAt))} 写下
        {entry.photos.length > 0 && ` · ${entry.photos.length} 张照片`}
      </p>
    </div>
  )
}

function GiveUp({ entry }: { readonly entry: Entry }) {
  const work = useWork()
  const [asked, ask] = useState(false)
  const giveUp = async () => {
    await work.giveUp(entry.id)
    go({ page: 'box' }, { replace: true })
  }
  if (!asked)
    return (
      <button type="button" className="button quiet" onClick={() => ask(true)}>
        不发了
      </button>
    )
  return (
    <div className="note">
      <p>不发的话，您写的和照片会从这台手机上删掉。确定不发了吗？</p>
      <p className="row">
        <button type="button" className="button grave" onClick={() => void giveUp()}>
          确定不发，删掉
        </button>
        <button type="button" className="button" onClick={() => ask(false)}>
          先留着
        </button>
      </p>
    </div>
  )
}
