import type { FieldView, RecordView } from '../api/record-view.ts'
import { useKinds } from '../api/use-directory.ts'
import { isObject, texts } from '../forms/read-value.ts'
import { GoLink } from '../look/GoLink.tsx'
import { exactText } from '../look/time-left.ts'
import { Contact } from './Contact.tsx'
import { factGroups } from './fact-groups.ts'

/** What is known of the record: who, where and when, then people's words whole, then the rest. */
export function Facts({ view }: { readonly view: RecordView }) {
  const titled = useKinds().get(view.record.kind)?.title
  // The heading has said the title already.
  const fields = view.fields.filter((field) => field.name !== titled)
  if (fields.length === 0) return null
  const { first, words, rest, files } = factGroups(fields)
  return (
    <section>
      <h2>基本情况</h2>
      {first.length === 0 ? null : (
        <dl className="facts">
          {first.map((field) => (
            <Fact key={field.name} field={field} view={view} />
          ))}
        </dl>
      )}
      {words.map((field) => (
        <div key={field.name} className="fact long">
          <div className="quiet">{field.label}</div>
          <div className="prose">{field.text}</div>
        </div>
      ))}
      {rest.length + files.length === 0 ? null : (
        <dl className="facts">
          {[...rest, ...files].map((field) => (
            <Fact key={field.name} field={field} view={view} />
          ))}
        </dl>
      )}
    </section>
  )
}

function Fact({ field, view }: { readonly field: FieldView; readonly view: RecordView }) {
  return (
    <div className={isLong(field) ? 'fact whole' : 'fact'}>
      <dt className="quiet">{field.label}</dt>
      <dd>
        <FactValue field={field} view={view} />
      </dd>
    </div>
  )
}

function FactValue({ field, view }: { readonly field: FieldView; readonly view: RecordView }) {
  if (field.type === 'contact') return <Contact field={field} view={view} />
  if (field.type === 'files') return <Files ids={fileIds(field.value)} />
  if (field.type === 'record') {
    const id = recordId(field.value)
    return id === undefined ? (
      <>{field.text}</>
    ) : (
      <GoLink to={`/r/${id}`}>{field.text ?? '打开'}</GoLink>
    )
  }
  if (field.type === 'moment' && typeof field.value === 'string' && field.text === undefined)
    return <>{exactText(field.value)}</>
  return <span className="prose">{field.text ?? String(field.value)}</span>
}

/** What would fill several lines of half a page has a line of its own. */
function isLong({ type, text = '' }: FieldView): boolean {
  return type === 'files' || [...text].length > 36
}

function Files({ ids }: { readonly ids: readonly string[] }) {
  return (
    <div className="photos">
      {ids.map((id, at) => (
        <a key={id} href={`/api/files/${id}`} target="_blank" rel="noreferrer">
          <img src={`/api/files/${id}`} alt={`附件 ${at + 1}`} loading="lazy" />
        </a>
      ))}
    </div>
  )
}

function recordId(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined
}

function fileIds(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const refs = value.flatMap((one: unknown) =>
    isObject(one) && typeof one['id'] === 'string' ? [one['id']] : [],
  )
  return refs.length > 0 ? refs : texts(value)
}
