import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { get } from '../../../web/api/client.ts'
import { useMe } from '../../../web/api/use-me.ts'
import { useAsk } from '../../../web/api/use-ask.ts'
import { CommandForm, type FormState } from '../../../web/forms/CommandForm.tsx'
import { text } from '../../../web/forms/read-value.ts'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import { Waiting } from '../../../web/look/Waiting.tsx'
import type { OfferFormProps } from '../../../web/screens.ts'
import { type AnswerTemplate, blanksIn, withTemplate } from './answer-template.ts'
import './answer.css'

/** The answer to the person, with the unit's templates for the category beside it. */
export function AnswerForm({ view, offer, onDone, onCancel }: OfferFormProps) {
  const { ask } = useAsk()
  const { kind, id } = view.record
  const category = view.fields.find((field) => field.name === 'category')?.value
  return (
    <CommandForm
      fields={offer.input ?? {}}
      draftKey={`${id}/${offer.command}`}
      submitLabel="提交答复"
      onCancel={onCancel}
      submit={async (data, askId) => {
        onDone(await ask({ kind, id, command: offer.command, data, ask: askId }))
      }}
      aside={(form) => <Templates form={form} category={text(category)} />}
    />
  )
}

function Templates({
  form,
  category,
}: {
  readonly form: FormState
  readonly category: string | undefined
}) {
  const found = useQuery({
    queryKey: ['templates', category],
    queryFn: () => get<readonly AnswerTemplate[]>('/api/templates', { category }),
  })
  const { name: unit } = useMe().post.unit
  const written = text(form.values['publicAnswer']) ?? ''
  const blanks = blanksIn(written)
  return (
    <section className="templates" aria-label="答复模板">
      <h3>答复模板</h3>
      {found.isPending ? <Waiting rows={3} /> : null}
      {found.isError ? <ErrorBox error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? <p>这一类别还没有模板，可在设置里添加。</p> : null}
      <ul>
        {(found.data ?? []).map((template) => (
          <li key={template.id}>
            <Button
              block
              onClick={() => form.set('publicAnswer', withTemplate(written, template.text, unit))}
            >
              {template.name}
              {template.own ? '（本单位）' : ''}
            </Button>
            <p>{template.text}</p>
          </li>
        ))}
      </ul>
      {blanks.length === 0 ? null : (
        <p role="status" className="note-box">
          还要填写：{blanks.join('、')}
        </p>
      )}
    </section>
  )
}
