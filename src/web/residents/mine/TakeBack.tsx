import type { ReactNode } from 'react'
import { DeedForm } from '../follow/DeedForm.tsx'
import { useDeed } from '../follow/use-deed.ts'
import { WithAppeal } from '../follow/WithAppeal.tsx'
import type { Appeal } from '../net/appeal.ts'
import { Go } from '../parts/Go.tsx'
import { useProblems } from '../parts/use-problems.ts'

/** Takes one's contact back. This page is the asking once more. */
export function NoContact() {
  return (
    <WithAppeal title="确定收回联系方式吗？" back="appeal" command="withdrawContact">
      {(appeal) => (
        <Sure appeal={appeal} command="withdrawContact" label="确定收回">
          <p>姓名和电话会被删除，不能恢复。办的人不能再联系您，您仍可以凭编号和查询码看进度。</p>
        </Sure>
      )}
    </WithAppeal>
  )
}

/** Has everything of oneself erased. This page is the asking once more. */
export function EraseMine() {
  return (
    <WithAppeal title="确定删除您的信息吗？" back="appeal" command="eraseMine">
      {(appeal) => (
        <Sure appeal={appeal} command="eraseMine" label="确定删除">
          <p>
            您写的内容、照片、姓名和电话都会被删除，不能恢复。只留下这件事办过的记录：时间、单位和结果。
          </p>
        </Sure>
      )}
    </WithAppeal>
  )
}

type Props = {
  readonly appeal: Appeal
  readonly command: string
  readonly label: string
  readonly children: ReactNode
}

function Sure({ appeal, command, label, children }: Props) {
  const { send, sending, problem } = useDeed(appeal.number, command)
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
      label={label}
      grave
      onSend={() => void submit()}
    >
      <p>
        编号 <strong>{appeal.number}</strong>
      </p>
      {children}
      <p className="alone">
        <Go to="appeal/mine">不了，回去</Go>
      </p>
    </DeedForm>
  )
}
