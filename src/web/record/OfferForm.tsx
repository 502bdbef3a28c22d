import { Suspense } from 'react'
import { useAsk } from '../api/use-ask.ts'
import { useDirectory } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { CommandForm } from '../forms/CommandForm.tsx'
import { defaultValues } from '../forms/default-values.ts'
import { Waiting } from '../look/Waiting.tsx'
import type { OfferFormProps } from '../screens.ts'
import { useScreens } from '../shell/registry.tsx'
import { edited, standing } from './edited.ts'

/** The form of an offer: the capability's own where it brought one, otherwise the generated one. */
export function OfferForm(props: OfferFormProps) {
  const { view, offer } = props
  const show = useScreens().forms.get(`${view.record.kind}/${offer.command}`)
  if (show === undefined) return <GeneratedForm {...props} />
  return <Suspense fallback={<Waiting rows={3} />}>{show(props)}</Suspense>
}

function GeneratedForm({ view, offer, onDone, onCancel }: OfferFormProps) {
  const { ask } = useAsk()
  const { record } = view
  const fields = offer.input ?? {}
  const me = useMe()
  const directory = useDirectory()
  const before = standing(view, offer)
  return (
    <CommandForm
      fields={fields}
      initial={{ ...defaultValues(fields, { me, directory }), ...before }}
      draftKey={draftKeyOf(view.record.id, offer)}
      grave={offer.grave}
      submitLabel={offer.grave ? `确认${offer.label}` : offer.label}
      onCancel={onCancel}
      submit={async (data, id) => {
        onDone(
          await ask({
            kind: record.kind,
            id: record.id,
            command: offer.command,
            party: offer.party,
            data: edited(fields, before, data),
            ask: id,
          }),
        )
      }}
      {...(offer.grave
        ? { before: () => <GraveQuestion title={record.title} offer={offer} /> }
        : {})}
    />
  )
}

/** What hurts and cannot be undone is asked a second time, naming what it is about. */
function GraveQuestion({
  title,
  offer,
}: {
  readonly title: string
  readonly offer: { readonly label: string }
}) {
  return (
    <div className="note-box">
      确定对“{title}”{offer.label}吗？这一步不能撤销。
    </div>
  )
}

export function draftKeyOf(
  record: string,
  offer: {
    readonly command: string
    readonly party?: { readonly role: string; readonly unit: number }
  },
): string {
  const party = offer.party === undefined ? '' : `/${offer.party.role}/${offer.party.unit}`
  return `${record}${party}/${offer.command}`
}
