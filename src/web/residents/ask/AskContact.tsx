import { BackLink } from '../parts/BackLink.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { Page } from '../parts/Page.tsx'
import { TextField } from '../parts/TextField.tsx'
import { Tick } from '../parts/Tick.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { go } from '../route.ts'
import { problemsOn } from './checks.ts'
import { DraftNote } from './DraftNote.tsx'
import { changeDraft, useDraft } from './use-draft.ts'

/** Second step: how to reach the person, if they wish to be reached. */
export function AskContact() {
  const draft = useDraft()
  const wrong = problemsOn('ask/contact', draft)
  const { tried, problems, check } = useProblems(wrong)
  return (
    <>
      <BackLink to="ask/where" />
      <Page title="怎么联系您？" step="第 2 步，共 3 步">
        <ErrorSummary tried={tried} problems={problems} />
        <p>可以不留，直接点“下一步”。不留也会办，凭编号和查询码查进度、看答复。</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (check(wrong)) go('ask/check')
          }}
        >
          <TextField
            id="phone"
            label="电话（可以不留）"
            type="tel"
            autoComplete="tel"
            error={problems['phone']}
            value={draft.phone}
            onChange={(phone) => {
              changeDraft({ phone })
            }}
          />
          <TextField
            id="name"
            label="怎么称呼您（可以不留）"
            hint="写姓就行，例如：王女士"
            autoComplete="name"
            error={problems['name']}
            value={draft.name}
            onChange={(name) => {
              changeDraft({ name })
            }}
          />
          <Tick
            id="keepSecret"
            label="对承办单位保密"
            hint="勾上以后，承办单位也看不到您是谁，要问您什么由受理的人转达。"
            checked={draft.keepSecret}
            onChange={(keepSecret) => {
              changeDraft({ keepSecret })
            }}
          />
          <WhySection />
          <button type="submit" className="button main">
            下一步
          </button>
        </form>
        <DraftNote />
      </Page>
    </>
  )
}

function WhySection() {
  return (
    <section className="aside" aria-label="为什么问，谁会看到">
      <h2>为什么问</h2>
      <p>办的人可能要问清地点和情况，办完要告诉您结果。只用于这一件事。</p>
      <h2>谁会看到</h2>
      <p>受理、承办、回访的人。平时只显示 138****5678 这样的号码，看全号要写理由并留下记录。</p>
      <p>
        反映的就是某个单位或它的工作人员的，请在第 1
        步选上它；名单里没有的，写明是哪个单位，并勾上“对承办单位保密”。
      </p>
    </section>
  )
}
