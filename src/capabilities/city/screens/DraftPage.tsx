import { useState } from 'react'
import { useGo } from '../../../web/api/use-address.ts'
import { useAsk } from '../../../web/api/use-ask.ts'
import { PageFrame } from '../../../web/look/PageFrame.tsx'
import type { Intent } from '../reorganisation/proposal.ts'
import { IntentForm } from './IntentForm.tsx'
import { type Plan, planFor } from './plan.ts'
import { PlanForm } from './PlanForm.tsx'

/** From a few words to whole lists, and from those to a plan that can be approved. */
export function DraftPage() {
  const go = useGo()
  const { ask } = useAsk()
  const [made, setMade] = useState<{ readonly intent: Intent; readonly plan: Plan }>()
  return (
    <PageFrame title="拟定区划机构调整" sub="先说调整什么，再核对对照表和影响，然后提交批准">
      <IntentForm
        onIntent={async (intent) => {
          setMade({ intent, plan: await planFor(intent) })
        }}
      />
      {made === undefined ? null : (
        <PlanForm
          key={JSON.stringify(made.intent)}
          plan={made.plan}
          title={titleOf(made.plan, made.intent)}
          submitLabel="提交批准"
          submit={async ({ title, reason, plan, ask: id }) => {
            const { what, of } = made.intent
            const data = { title, reason, what, of, ...plan.lines }
            const { code: area } = plan.scope
            const request = { kind: 'reorganisation', command: 'draft', area, data, ask: id }
            const { view } = await ask(request)
            go(`/reorganisation/${view.record.id}`)
          }}
        />
      )}
    </PageFrame>
  )
}

const ways: Readonly<Record<Intent['what'], string>> = {
  merge: '并入',
  split: '拆分为',
  rename: '更名为',
  move: '划转为',
}

function titleOf({ rows }: Plan, { what, of, from }: Intent): string {
  const heads = (of === 'areas' ? rows.areas : rows.units).filter((row) => from.includes(row.from))
  const olds = [...new Set(heads.map(({ was }) => was))]
  const news = [...new Set(heads.map(({ name }) => name))]
  return what === 'move'
    ? `${olds.join('、')}划转`
    : `${olds.join('、')}${ways[what]}${news.join('、')}`.slice(0, 60)
}
