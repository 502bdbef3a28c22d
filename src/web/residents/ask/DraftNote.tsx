import { hasWords } from './draft.ts'
import { DropDraft } from './DropDraft.tsx'
import { useDraft } from './use-draft.ts'

/** Where the half-written lies. */
export function DraftNote() {
  if (!hasWords(useDraft())) return null
  return (
    <div className="aside">
      <p className="hint">写的内容自动留在这台设备上，关掉页面也不会丢；提交后或 30 天后删除。</p>
      <DropDraft />
    </div>
  )
}
