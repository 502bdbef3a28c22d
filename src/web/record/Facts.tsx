import type { FieldView, PartyView, RecordView } from '../api/record-view.ts'
import { useKinds } from '../api/use-directory.ts'
import { isObject, texts } from '../forms/read-value.ts'
import { ClockWords } from '../look/ClockWords.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { StateTag, stateTone } from '../look/StateTag.tsx'
import { exactText } from '../look/time-left.ts'
import { Contact } from './Contact.tsx'

/** What is known of the record: long words first and whole, short facts in two columns. */
export function Facts({ view }: { readonly view: RecordView }) {
  const titled = useKinds().get(view.record.kind)?.title
  // The heading has said the title already.
  const fields = view.fields.filter((field) => field.name !== titled)
  const long = fields.filter(isLong)
  const short = fields.filter((field) => !isLong(field))
  if (fields.length === 0) return null
  return (
    <section>
      <h2>基本情况</h2>
      {long.map((field) => (
        <div key={field.name} className="fact long">
          <div className="quiet">{field.label}</div>
          <div className="prose">{field.text}</div>
        </div>
      ))}
      <dl className="facts">
        {short.map((field) => (
          <div key={field.name} className="fact">
            <dt className="quiet">{field.label}</dt>
            <dd>
              <FactValue field={field} view={view} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
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

/** Everyone called in, each with its own task and clock. */
export function Parties({ view }: { readonly view: RecordView }) {
  if (view.parties.length === 0) return null
  return (
    <section>
      <h2>参与单位</h2>
      <div className="scroll-x">
        <table className="plain-table parties">
          <thead>
            <tr>
              <th>单位</th>
              <th>参与方式</th>
              <th>状态</th>
              <th>时限</th>
              <th>事项与结果</th>
            </tr>
          </thead>
          <tbody>
            {view.parties.map((party) => (
              <PartyRow key={`${party.role}/${party.unit.id}`} party={party} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PartyRow({ party }: { readonly party: PartyView }) {
  return (
    <tr>
      <td>{party.unit.name}</td>
      <td className="nowrap">{party.roleLabel}</td>
      <td>
        <StateTag tone={stateTone({ is: party.is, late: party.late })}>{party.stateLabel}</StateTag>
      </td>
      <td>
        {party.due === undefined || party.is !== 'working' ? (
          <span className="hide-narrow">—</span>
        ) : (
          <ClockWords due={party.due} late={party.late} />
        )}
      </td>
      <td>
        {party.fields.map((field) => (
          <div key={field.name} className="prose">
            <span className="quiet">{field.label}：</span>
            {field.text}
          </div>
        ))}
      </td>
    </tr>
  )
}

function isLong(field: FieldView): boolean {
  return field.type === 'long'
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
