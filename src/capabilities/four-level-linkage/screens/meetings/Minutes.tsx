import { Button, Input } from 'antd'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useDraft } from '../../../../web/forms/use-draft.ts'
import { draftMinutes, textOf } from './run-sheet.ts'
import type { RunSheetData } from './use-run-sheet.ts'
import { useTell } from './use-tell.ts'

/** Minutes: drafted from what was recorded, mended by hand, kept on this machine until saved. */
export function Minutes({ meeting, items, decisions }: RunSheetData) {
  const { id, kind, state } = meeting.record
  const saved = textOf(meeting, 'minutes')
  const draft = useDraft(`${id}/minutes`, { minutes: saved ?? '' })
  const { ask, busy } = useAsk()
  const tell = useTell()
  const typed = draft.values['minutes']
  const text = typeof typed === 'string' ? typed : ''
  const mayWrite = meeting.offers.some(({ command }) => command === 'writeMinutes')
  const isHere = mayWrite || state === 'holding'
  const save = async () => {
    try {
      await ask({ kind, id, command: 'writeMinutes', data: { minutes: text }, ask: draft.ask })
      draft.startOver()
      draft.set({ minutes: text })
    } catch (error) {
      tell(error)
    }
  }
  if (!isHere && saved === undefined) return null
  return (
    <section className="sheet meet-part" id="minutes" aria-labelledby="meet-minutes">
      <h2 id="meet-minutes">会议纪要</h2>
      {isHere ? (
        <div className="no-print">
          <Input.TextArea
            value={text}
            onChange={(event) => draft.set({ minutes: event.target.value })}
            autoSize={{ minRows: 6, maxRows: 24 }}
            maxLength={10_000}
            aria-label="会议纪要"
            placeholder="可以先按会上记录起草，再修改"
          />
          <div className="meet-line meet-actions">
            <Button
              onClick={() => draft.set({ minutes: draftMinutes({ meeting, items, decisions }) })}
            >
              按会上记录起草
            </Button>
            {mayWrite ? (
              <Button
                type="primary"
                loading={busy}
                disabled={text.trim() === '' || text === saved}
                onClick={() => void save()}
              >
                保存纪要
              </Button>
            ) : (
              <span className="quiet">散会以后保存；现在写的留在本机</span>
            )}
            {mayWrite && text === saved ? <span className="quiet">已保存</span> : null}
          </div>
        </div>
      ) : null}
      <div className={isHere ? 'only-print prose' : 'prose'}>{saved ?? text}</div>
    </section>
  )
}
