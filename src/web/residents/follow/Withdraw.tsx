import { lengthOf } from '../ask/checks.ts'
import type { Appeal } from '../net/appeal.ts'
import { Go } from '../parts/Go.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { DeedForm } from './DeedForm.tsx'
import { useDeed } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

/** Takes the appeal back. This page is the asking once more. */
export function Withdraw() {
  return (
    <WithAppeal title="确定撤回这件诉求吗？" back="appeal" command="withdraw">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const { words, change, send, sending, problem } = useDeed(appeal.number, 'withdraw')
  const { tried, problems, check } = useProblems()
  const reason = words['reason'] ?? ''
  const submit = async () => {
    if (check(lengthOf(reason) > 200 ? { reason: '最多 200 字，请删短一些' } : {}))
      check(await send(reason.trim() === '' ? {} : { reason: reason.trim() }))
  }
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={problem}
      sending={sending}
      label="确定撤回"
      grave
      onSend={() => void submit()}
    >
      <p>
        编号 <strong>{appeal.number}</strong>
      </p>
      <p>撤回以后不再办理，也不能恢复。问题还在的话，可以重新提交一件。</p>
      <TextField
        id="reason"
        label="为什么撤回（可以不写）"
        error={problems['reason']}
        value={reason}
        onChange={(next) => {
          change({ reason: next })
        }}
      />
      <p className="alone">
        <Go to="appeal">不撤回，回去</Go>
      </p>
    </DeedForm>
  )
}
