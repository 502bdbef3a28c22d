import { BackLink } from '../parts/BackLink.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { Page } from '../parts/Page.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { WordsField } from '../parts/WordsField.tsx'
import { go, nextAfter } from '../route.ts'
import { limits, problemsOn } from './checks.ts'
import { DraftNote } from './DraftNote.tsx'
import { PlaceSearch } from './PlaceSearch.tsx'
import { PlaceSelects } from './PlaceSelects.tsx'
import { UnitQuestion } from './UnitQuestion.tsx'
import { changeDraft, useDraft } from './use-draft.ts'

/** First step, second page: where it is. */
export function AskWhere() {
  const draft = useDraft()
  const wrong = problemsOn('ask/where', draft)
  const { tried, problems, check } = useProblems(wrong)
  return (
    <>
      <BackLink to="ask/what" />
      <Page title="事情发生在哪里？" step="第 1 步，共 3 步 · 地点">
        <ErrorSummary tried={tried} problems={problems} />
        <PlaceSearch />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (check(wrong)) go(nextAfter('ask/contact'))
          }}
        >
          <PlaceSelects error={problems['area']} />
          <output
            id="place-chosen"
            tabIndex={-1}
            className={draft.area === undefined ? 'sr' : 'chosen'}
          >
            {draft.area === undefined ? '还没有选地点' : `已选：${draft.area.path}`}
          </output>
          <WordsField
            id="spot"
            label="具体位置（可以不写）"
            hint="例如：某某路 12 号门口、某某小区 3 栋旁边。写得清楚，去的人好找。"
            error={problems['spot']}
            value={draft.spot}
            rows={2}
            max={limits.spot}
            numbersKept={draft.numbersKept}
            onChange={(spot) => {
              changeDraft({ spot })
            }}
            onKeep={(numbersKept) => {
              changeDraft({ numbersKept })
            }}
          />
          <UnitQuestion error={problems['complained']} />
          <button type="submit" className="button main">
            下一步
          </button>
        </form>
        <DraftNote />
      </Page>
    </>
  )
}
