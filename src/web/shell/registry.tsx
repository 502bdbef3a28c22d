import { createContext, lazy, use, type ReactElement } from 'react'
import type { FormOverride, OfferFormProps, Screen, Screens } from '../screens.ts'

export type Registered = {
  readonly screens: readonly Screen[]
  /** By 'kind/command'. */
  readonly forms: ReadonlyMap<string, (props: OfferFormProps) => ReactElement>
}

/** What the composed capabilities brought; the shell reads it and knows none of them. */
export const Registry = createContext<Registered>({ screens: [], forms: new Map() })

export function useScreens(): Registered {
  return use(Registry)
}

export function register({ screens, forms }: Screens): Registered {
  return { screens, forms: new Map(forms.map((form) => [form.on, shower(form)])) }
}

/** A form is fetched when it is first opened. */
function shower({ load }: FormOverride): (props: OfferFormProps) => ReactElement {
  const Form = lazy(async () => ({ default: await load() }))
  return (props) => <Form {...props} />
}
