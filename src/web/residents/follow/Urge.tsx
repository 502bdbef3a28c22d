import type { Appeal } from '../net/appeal.ts'
import { useProblems } from '../parts/use-problems.ts'
import { DeedForm } from './DeedForm.tsx'
import { useDeed } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

/** Asks for it to go faster. */
export function Urge() {
  return (
    <WithAppeal title="催一催" back="appeal" command="urge">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const { send, sending, problem } = useDeed(appeal.number, 'urge')
  const { tried, problems, check } = useProblems()
  const submit = async () => {
    check(await send({}))
  }
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={problem}
      sending={sending}
      label="替我催一催"
      onSend={() => void submit()}
    >
      <p>承办单位和受理单位会收到提醒，期限不变。{appeal.due}</p>
      <p>想说新的情况，请用“补充说明”。</p>
    </DeedForm>
  )
}
