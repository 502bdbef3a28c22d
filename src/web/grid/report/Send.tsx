import { useState } from 'react'
import { FieldFrame, describedBy } from '../../residents/parts/FieldFrame.tsx'
import { MaskOffer } from '../../residents/parts/MaskOffer.tsx'
import { BackLink } from '../parts/BackLink.tsx'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { go } from '../route.ts'
import { FullNote } from '../parts/FullNote.tsx'
import { useMe, useSnapshot, useWork } from '../work/use-work.ts'
import { type Draft, entryOf } from './draft.ts'
import { Photos } from './Photos.tsx'
import { useDraft } from './use-draft.ts'
import { useRecent } from './use-recent.ts'

/** The third tap: send. Words and photos only if there is more to say. */
export function Send({ id }: { readonly id?: string | undefined }) {
  const { draft, change, drop } = useDraft(id)
  if (draft === undefined) return <Page title="发送">{null}</Page>
  if (draft.category === '')
    return (
      <Page title="还没有选类别">
        <Go to={{ page: 'report' }} className="button main">
          从头开始
        </Go>
      </Page>
    )
  return <SendForm draft={draft} change={change} drop={drop} id={id} />
}

type FormProps = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => Promise<void>
  readonly drop: () => Promise<void>
  readonly id: string | undefined
}

function SendForm({ draft, change, drop, id }: FormProps) {
  const work = useWork()
  const me = useMe()
  const recent = useRecent('category')
  const [full, setFull] = useState(false)
  const [numbersKept, keepNumbers] = useState<readonly string[]>([])
  const tooLong = [...draft.words].length - mostWords
  const send = async () => {
    if (tooLong > 0) return
    const kept = await work.writeDown(entryOf(draft, me, Date.now()))
    setFull(!kept)
    if (!kept) return
    await Promise.all([drop(), recent.use(draft.category)])
    go({ page: 'box' })
  }
  return (
    <Page
      title="发送"
      above={
        <>
          <BackLink to={{ page: 'where' }} />
          <p className="step">第 3 步，共 3 步</p>
        </>
      }
    >
      <p className="chosen">
        {draft.categoryName}
        <br />
        {draft.areaName ?? me.post.unit} {draft.gridName}
        {draft.point !== undefined && '（图上已点）'}
      </p>
      {full && <FullNote />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <SendButton />
        <h2>还想说的（都可以不填）</h2>
        <Words value={draft.words} over={tooLong} change={(words) => void change({ words })} />
        <MaskOffer
          text={draft.words}
          onMask={(words) => void change({ words })}
          kept={numbersKept}
          onKeep={keepNumbers}
        />
        <Photos photos={draft.photos} change={(photos) => void change({ photos })} />
        {id !== undefined && <p className="hint">改好后再发，还是原来那一件，不会变成两件。</p>}
        {(draft.words !== '' || draft.photos.length > 0) && <SendButton />}
      </form>
    </Page>
  )
}

function SendButton() {
  const { line } = useSnapshot()
  return (
    <button type="submit" className="button main">
      {line === 'down' ? '记下，有信号就发' : '发送'}
    </button>
  )
}

type WordsProps = {
  readonly value: string
  readonly over: number
  readonly change: (words: string) => void
}

function Words({ value, over, change }: WordsProps) {
  const frame = {
    id: 'words',
    label: '情况说明',
    hint: '只写事和地点，不写人。可以用输入法上的话筒说。',
    error: over > 0 ? `超出 ${over} 字，最多 ${mostWords} 字` : undefined,
  }
  return (
    <FieldFrame {...frame}>
      <textarea
        id="words"
        rows={3}
        value={value}
        {...describedBy(frame)}
        onChange={(event) => change(event.target.value)}
      />
    </FieldFrame>
  )
}

const mostWords = 500
