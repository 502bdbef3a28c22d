import type { ComponentType, ReactNode } from 'react'
import type { AskAnswer } from './api/use-ask.ts'
import type { Offer, RecordView } from './api/record-view.ts'

/** A screen as a capability registers it. The shell knows the form of screens, never which. */
export type Screen = {
  /** In the router's syntax: '/desk', '/settings/$what'. */
  readonly path: string
  /** The entry of `Me.nav` under which it stands in the menu; without it, it is only reached. */
  readonly nav?: string
  /** Two to four characters. */
  readonly label: string
  readonly icon?: ReactNode
  /** Absent: the entry leads to a page that exists already, such as a generated list. */
  readonly load?: () => Promise<ComponentType>
  /** A site of its own at that address: the browser goes there. */
  readonly apart?: true
  /** 'kind/command' of beginnings that have their place on this screen. */
  readonly starts?: readonly string[]
  /** Areas and units found by the search open here, as ?area= and ?unit=. */
  readonly finds?: boolean
  /** The kind whose list has its place here, with the filters of any list in the address. */
  readonly lists?: string
}

/** A form that knows more than the fields of one command: advice, templates. */
export type FormOverride = {
  /** 'kind/command'. */
  readonly on: string
  readonly load: () => Promise<ComponentType<OfferFormProps>>
}

export type OfferFormProps = {
  readonly view: RecordView
  readonly offer: Offer
  readonly onDone: (answer: AskAnswer) => void
  readonly onCancel: () => void
}

export type Screens = {
  readonly screens: readonly Screen[]
  readonly forms: readonly FormOverride[]
}

export function joinScreens(all: readonly Screens[]): Screens {
  return {
    screens: all.flatMap((one) => one.screens),
    forms: all.flatMap((one) => one.forms),
  }
}
