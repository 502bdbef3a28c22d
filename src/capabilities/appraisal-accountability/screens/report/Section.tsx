import { Button, Input } from 'antd'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useDraft } from '../../../../web/forms/use-draft.ts'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { useTell } from '../review/use-tell.ts'
import { inserted, lengthOf, textOf } from './desk.ts'
import { Remark } from './Remark.tsx'

/** Puts a piece of evidence where the caret stood last. */
export type Insert = (piece: string) => void

const plain = [['body', '正文']] as const
const parts = [
  ['effect', '成效'],
  ['problems', '问题'],
  ['measures', '举措'],
] as const

type Props = {
  readonly section: RecordView
  readonly chosen: boolean
  readonly choose: () => void
  /** Told which field was touched last: evidence goes there. */
  readonly holds: (insert: Insert) => void
}

/** One section: what it is about, whether it must be told, and the secretary's own words, kept on
 *  this machine until they are saved. */
export function Section({ section, chosen, choose, holds }: Props) {
  const { id, title, state, stateLabel } = section.record
  const own = useWords(section)
  return (
    <section
      className={chosen ? 'sheet report-part report-chosen' : 'sheet report-part'}
      id={`section-${id}`}
      aria-labelledby={`title-${id}`}
    >
      <div className="report-line">
        <h2 id={`title-${id}`}>{title}</h2>
        <span className="quiet small">{textOf(section, 'weight')}</span>
        <StateTag tone={state === 'written' ? 'end' : 'wait'}>{stateLabel}</StateTag>
        {own.mayWrite ? (
          <span className="quiet small">{`${lengthOf(Object.values(own.texts))} 字`}</span>
        ) : null}
        <button type="button" className="linklike no-print" aria-pressed={chosen} onClick={choose}>
          看备料
        </button>
      </div>
      {own.mayWrite ? (
        <div className="no-print">
          {own.inputs.map(([name, label]) => (
            <Words
              key={name}
              id={`${id}-${name}`}
              label={own.inputs === parts ? label : `${title}${label}`}
              shown={own.inputs === parts}
              text={own.texts[name] ?? ''}
              touched={(insert) => {
                holds(insert)
                choose()
              }}
              set={(text) => own.set({ [name]: text })}
            />
          ))}
          <div className="report-line report-actions">
            <Button type="primary" loading={own.busy} disabled={own.isSame} onClick={own.save}>
              保存这一节
            </Button>
            {own.isSame ? null : <span className="quiet small">改动留在本机，还没有保存</span>}
          </div>
        </div>
      ) : (
        <Told section={section} />
      )}
      <Remark section={section} />
    </section>
  )
}

/** What is typed in a section, beside what is saved of it. */
function useWords(section: RecordView) {
  const { id, kind } = section.record
  const inputs = section.offers.some(({ command }) => command === 'writeParts') ? parts : plain
  const command = inputs === parts ? 'writeParts' : 'write'
  const mayWrite = section.offers.some((offer) => offer.command === command)
  const saved = Object.fromEntries(inputs.map(([name]) => [name, textOf(section, name) ?? '']))
  const draft = useDraft(`${id}/${command}`, saved)
  const { ask, busy } = useAsk()
  const tell = useTell()
  const texts = Object.fromEntries(
    inputs.map(([name]) => {
      const value = draft.values[name]
      return [name, typeof value === 'string' ? value : '']
    }),
  )
  const save = async () => {
    try {
      await ask({ kind, id, command, data: texts, ask: draft.ask })
      draft.startOver()
      draft.set(texts)
    } catch (error) {
      tell(error)
    }
  }
  const isSame = inputs.every(([name]) => texts[name] === saved[name])
  return { inputs, mayWrite, texts, isSame, busy, set: draft.set, save: () => void save() }
}

function Told({ section }: { readonly section: RecordView }) {
  const told = [...plain, ...parts].flatMap(([name, label]) => {
    const text = textOf(section, name)
    return text === undefined ? [] : [{ name, label, text }]
  })
  if (told.length === 0) return <p className="quiet">没有写</p>
  return told.map(({ name, label, text }) => (
    <div key={name} className="prose">
      {name === 'body' ? null : <b>{`${label}：`}</b>}
      {text}
    </div>
  ))
}

type WordsProps = {
  readonly id: string
  readonly label: string
  readonly shown: boolean
  readonly text: string
  readonly touched: (insert: Insert) => void
  readonly set: (text: string) => void
}

function Words({ id, label, shown, text, touched, set }: WordsProps) {
  const insertInto =
    (field: HTMLTextAreaElement): Insert =>
    (piece) => {
      const put = inserted(field.value, field.selectionStart, piece)
      set(put.text)
      requestAnimationFrame(() => {
        field.focus()
        field.setSelectionRange(put.caret, put.caret)
      })
    }
  return (
    <div className="report-words">
      <label htmlFor={id} className={shown ? 'small' : 'sr-only'}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        value={text}
        maxLength={5000}
        autoSize={{ minRows: 3, maxRows: 16 }}
        onFocus={(event) => touched(insertInto(event.currentTarget))}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  )
}
