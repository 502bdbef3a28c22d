import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { OidcBinding } from './OidcBinding.tsx'
import { OidcFacts } from './OidcFacts.tsx'
import { OidcForm } from './OidcForm.tsx'
import type { OidcView } from './oidc-view.ts'
import type { Section } from './sections.ts'

/** The city's identity provider, tried before it is used, and the binding of single accounts. */
export function OidcSection({ section }: { readonly section: Section }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'oidc'],
    queryFn: () => get<OidcView>('/api/oidc/settings'),
  })
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  if (data === undefined) return <Waiting rows={6} />
  return (
    <section className="stack settings-oidc">
      <p className="quiet settings-about">{section.about}</p>
      {data.mayChange ? (
        <OidcForm view={data} onSaved={() => void refetch()} />
      ) : (
        <OidcFacts view={data} />
      )}
      {data.on && data.mayBind ? <OidcBinding /> : null}
    </section>
  )
}
