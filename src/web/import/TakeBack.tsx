import { Modal } from 'antd'
import { CommandForm } from '../forms/CommandForm.tsx'
import type { ImportJob } from './types.ts'
import type { Stepping } from './use-import.ts'

type Props = {
  readonly job: ImportJob
  readonly undo: NonNullable<ImportJob['undo']>
  readonly stepping: Stepping
  readonly onClose: () => void
}

/** Asks once more, and for what the command wants to know of each of them. */
export function TakeBack({ job, undo, stepping, onClose }: Props) {
  const count = job.counts.made + job.counts.kept
  return (
    <Modal open title={`撤回这次新建的 ${count} 件`} footer={null} onCancel={onClose}>
      <div className="stack">
        <p>
          每一件按“{undo.label}”办理。导入之后已经有人办理过的不会撤回，会逐件列出。
          {job.counts.amended === 0
            ? ''
            : `修改过的 ${job.counts.amended} 行不在其中，请再导入原来的内容。`}
        </p>
        <CommandForm
          fields={undo.input}
          draftKey={`import-undo/${job.id}`}
          submitLabel={undo.label}
          grave
          onCancel={onClose}
          submit={async (data) => {
            const refused = await stepping.step('undo', { data })
            if (refused !== undefined) throw refused
            onClose()
          }}
        />
      </div>
    </Modal>
  )
}
