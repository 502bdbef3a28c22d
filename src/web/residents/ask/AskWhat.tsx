import { useState } from 'react'
import { BackLink } from '../parts/BackLink.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { Page } from '../parts/Page.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { WordsField } from '../parts/WordsField.tsx'
import { go, nextAfter } from '../route.ts'
import { limits, problemsOn } from './checks.ts'
import { DraftNote } from './DraftNote.tsx'
import { Photos } from './Photos.tsx'
import { changeDraft, changeDraftBy, useDraft } from './use-draft.ts'

/** First step: what it is about. */
export function AskWhat() {
  const draft = useDraft()
  const [uploading, setUploading] = useState(0)
  const waits = uploading === 0 ? {} : { photos: '照片还在上传，请等一等，或者移除它' }
  const wrong = { ...problemsOn('ask/what', draft), ...waits }
  const { tried, problems, check } = useProblems(wrong)
  const goOn = () => {
    if (check(wrong)) go(nextAfter('ask/where'))
  }
  return (
    <>
      <BackLink to="home" />
      <Page title="您要反映什么事？" step="第 1 步，共 3 步 · 什么事">
        <ErrorSummary tried={tried} problems={problems} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            goOn()
          }}
        >
          <WordsField
            id="detail"
            label="事情的经过"
            hint="什么事、什么时候开始的、希望怎么解决。不会打字可以点键盘上的话筒，说出来就变成字。"
            error={problems['detail']}
            value={draft.detail}
            rows={7}
            max={limits.detail}
            numbersKept={draft.numbersKept}
            onChange={(detail) => {
              changeDraft({ detail })
            }}
            onKeep={(numbersKept) => {
              changeDraft({ numbersKept })
            }}
          />
          <Photos
            photos={draft.photos}
            change={(next) => {
              changeDraftBy(({ photos }) => ({ photos: next(photos) }))
            }}
            error={problems['photos']}
            onUploading={setUploading}
          />
          <button type="submit" className="button main">
            下一步
          </button>
        </form>
        <DraftNote />
      </Page>
    </>
  )
}
