import { momentWords } from '../../residents/moment.ts'
import { BackLink } from '../parts/BackLink.tsx'
import { Page } from '../parts/Page.tsx'
import { Unread } from '../parts/Unread.tsx'
import { PlanPicture } from '../report/PlanView.tsx'
import { areasIn } from '../report/places.ts'
import { planOf } from '../report/plan.ts'
import { reads } from '../work/read-ahead.ts'
import { useReading, useSnapshot } from '../work/use-work.ts'
import { DeedForms } from './DeedForms.tsx'
import { type Finding, findingIn } from './finding.ts'
import { ReadNote } from './Findings.tsx'

const shown = ['groundWords', 'detail', 'spot', 'grid', 'category']

/** One finding: where it stands in plain words, the result, and what one is asked. */
export function FindingPage({ id }: { readonly id?: string | undefined }) {
  const reading = useReading(id === undefined ? undefined : reads.record(id))
  const finding = findingIn(reading.read?.body)
  if (finding === undefined)
    return (
      <Page title="我报的" above={<BackLink to={{ page: 'findings' }} />}>
        <Unread reading={reading} what="这件事" />
      </Page>
    )
  return (
    <Page key={finding.id} title={finding.title} above={<BackLink to={{ page: 'findings' }} />}>
      <ReadNote reading={reading} />
      <p className="state">
        {finding.stateLabel}
        {finding.waitsFor !== '' && <small className="hint"> 等{finding.waitsFor}</small>}
      </p>
      <Result finding={finding} />
      <Asked finding={finding} />
      <Facts finding={finding} />
      {finding.point !== '' && <Plan finding={finding} />}
      <Steps finding={finding} />
      <h2>经过</h2>
      <ul className="timeline">
        {finding.timeline.toReversed().map(({ key, at, says }) => (
          <li key={key}>
            <time dateTime={at}>{momentWords(at)}</time>
            {says}
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** What came of it, before one is asked whether it is so. */
function Result({ finding: { fields } }: { readonly finding: Finding }) {
  const result = fields.find(({ name }) => name === 'result')
  if (result === undefined) return null
  return (
    <section aria-labelledby="result">
      <h2 id="result">{result.label}</h2>
      <p className="words">{result.text}</p>
    </section>
  )
}

/** What one is asked, unless one has answered already and the answer is on its way. */
function Asked({ finding }: { readonly finding: Finding }) {
  const { entries } = useSnapshot()
  const underWay = entries.find(
    ({ what, state }) => what.is === 'deed' && what.record === finding.id && state === 'waiting',
  )
  if (underWay?.what.is === 'deed')
    return <p className="note">您的反馈“{underWay.what.label}”已记下，等着发送。</p>
  return <DeedForms finding={finding} />
}

function Facts({ finding }: { readonly finding: Finding }) {
  const facts = shown.flatMap((name) => finding.fields.filter((field) => field.name === name))
  return (
    <dl className="answers">
      {facts.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>编号</dt>
        <dd>{finding.number}</dd>
      </div>
    </dl>
  )
}

/** The place that was tapped, drawn as it was then. */
function Plan({ finding: { community, grid, point } }: { readonly finding: Finding }) {
  const below = useReading(Number.isNaN(community) ? undefined : reads.below(community))
  const grids = areasIn(below.read?.body).filter(({ level }) => level === 'grid')
  if (grids.length === 0) return null
  return <PlanPicture plan={planOf(grids)} grid={grid} point={point} />
}

function Steps({ finding: { steps, step } }: { readonly finding: Finding }) {
  const stateOf = (at: number) => (at < step ? 'done' : at === step ? 'now' : 'ahead')
  return (
    <ol className="steps" aria-label="办理步骤">
      {steps.map((one) => (
        <li
          key={one.step}
          className={stateOf(one.step)}
          aria-current={one.step === step ? 'step' : undefined}
        >
          <span className="mark" aria-hidden="true">
            {one.step < step ? '✓' : ''}
          </span>
          <span>
            {one.label}
            {one.step < step && <span className="sr">（已完成）</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
