import { Button, Select } from 'antd'
import { ExperimentOutlined } from '@ant-design/icons'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { choiceIn } from '../../../../web/indicators/choice.ts'
import { Choices } from '../../../../web/indicators/Choices.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { basisOf } from './chosen-basis.ts'
import { Begin } from './Begin.tsx'
import { ScoreSheet } from './ScoreSheet.tsx'
import { useScores } from './use-scores.ts'
import type { Choice, Chosen, ScoresView } from './view.ts'
import '../../../../web/overview/overview.css'
import '../../../../web/indicators/indicators.css'
import './scores.css'

/** Units scored by what the platform counted: with their bounds, with places only as far as these
 *  come apart, and with what would come out by other rules. */
export function Scores() {
  const { values } = useAddress()
  const { data, error, refetch } = useScores(values['id'])
  if (data?.chosen !== undefined) return <Shown view={data} chosen={data.chosen} />
  return (
    <PageFrame title="评分" extra={<Begin />}>
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : null}
      {data === undefined ? null : (
        <div className="sheet">
          <Empty says="还没有评分表和评分">
            先起草一张评分表，征求被评单位意见、审定公布后按期取数评分
          </Empty>
        </div>
      )}
    </PageFrame>
  )
}

function Shown({ view, chosen }: { readonly view: ScoresView; readonly chosen: Chosen }) {
  const me = useMe()
  const directory = useDirectory()
  const { values, set } = useAddress()
  const basis = basisOf(chosen, {
    values,
    today: view.today,
    area: me.post.unit.area,
    unit: me.post.unit,
    directory,
  })
  const isTrial = values['try'] === '1'
  const free = chosen.from === undefined
  return (
    <ScoreSheet
      view={view}
      chosen={chosen}
      basis={basis}
      isTrial={isTrial}
      choices={
        <div className="score-choices no-print">
          <Select
            className="score-choice"
            aria-label="评分或评分表"
            value={chosen.id}
            options={optionsOf(view.choices)}
            onChange={(id) => set({ id, w: undefined, out: undefined, unit: undefined })}
          />
          {free ? (
            <Choices
              choice={choiceIn({ period: 'quarter', ...values }, 'quarter', view.today)}
              today={view.today}
              set={set}
            />
          ) : null}
          <Button
            icon={<ExperimentOutlined />}
            aria-pressed={isTrial}
            type={isTrial ? 'primary' : 'default'}
            onClick={() =>
              set(isTrial ? { try: undefined, w: undefined, out: undefined } : { try: '1' })
            }
          >
            {isTrial ? '结束试算' : '假设试算'}
          </Button>
        </div>
      }
    />
  )
}

const kinds = [
  { kind: 'score-round', label: '评分' },
  { kind: 'score-result', label: '本单位得分' },
  { kind: 'scoring-sheet', label: '评分表（试算）' },
] as const

function optionsOf(choices: readonly Choice[]) {
  return kinds.flatMap(({ kind, label }) => {
    const own = choices.filter((choice) => choice.kind === kind)
    return own.length === 0
      ? []
      : [
          {
            label,
            options: own.map(({ id, title, stateLabel }) => ({
              value: id,
              label: `${title}（${stateLabel}）`,
            })),
          },
        ]
  })
}
