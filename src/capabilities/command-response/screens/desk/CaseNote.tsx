import { useRecord } from '../../../../web/api/use-record.ts'
import { lastSaid, wordsOf } from './case.ts'

/** What is asked of the desk about an appeal that is being handled, above everything else. */
export function CaseNote({ id }: { readonly id: string }) {
  const { data: view } = useRecord(id)
  if (view === undefined || !view.offers.some(({ command }) => command === 'grantExtension'))
    return null
  const asked = lastSaid(view, 'ExtensionAsked')
  const longer = wordsOf(view, 'extensionLimit')
  return (
    <p className="note-box">
      <b>请批延期：</b>
      {longer === undefined ? '' : `延长 ${longer}。`}
      {asked}
    </p>
  )
}
