/** What the server puts together for the desk and the overload page. */
export type Named = { readonly id: number; readonly name: string }

export type Admission = {
  readonly id: string
  readonly matter: string
  readonly state: string
  readonly stateLabel: string
  readonly is: 'working' | 'resting' | 'end'
  readonly department?: Named
  readonly streets: readonly string[]
  readonly money: number
  readonly moneyArrived?: number
  readonly moneyDueOn?: string
  readonly people: number
  readonly endsOn: string
  readonly waitsFor: readonly string[]
  readonly waitsForMe: boolean
}

export type DutyBlockView = {
  readonly block: string
  readonly basic: number
  readonly cooperate: number
  readonly withdrawn: number
}

export type VersionView = {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly stateLabel: string
  readonly documentNumber?: string
  readonly publishedOn?: string
}

export type CarryingStreet = {
  readonly unit: number
  readonly name: string
  readonly standing: string
  readonly must: boolean
  readonly tasks: readonly {
    readonly id: string
    readonly title: string
    readonly stateLabel: string
  }[]
}

export type WaitingItem = {
  readonly id: string
  readonly title: string
  readonly kindLabel: string
  readonly does: string
  readonly due?: string
}

export type MandateView = {
  readonly area: { readonly code: number; readonly name: string }
  readonly list: {
    readonly total: number
    readonly blocks: readonly DutyBlockView[]
    readonly versions: readonly VersionView[]
    readonly cited: readonly {
      readonly id: string
      readonly name: string
      readonly number: string
      readonly times: number
    }[]
  }
  readonly admissions: readonly Admission[]
  readonly removals: {
    readonly total: number
    readonly done: number
    readonly open: readonly CarryingStreet[]
  }
  readonly waiting: readonly WaitingItem[]
}

export type ListItemView = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly block: string
  readonly reason?: string | null
}

export type DifferenceView = {
  readonly id: string
  readonly name: string
  readonly stateLabel: string
  readonly added: readonly ListItemView[]
  readonly removed: readonly ListItemView[]
  readonly amended: readonly (ListItemView & {
    readonly was: ListItemView
    readonly fields: readonly {
      readonly label: string
      readonly before: string
      readonly after: string
    }[]
  })[]
}

export type OverloadView = {
  readonly area: { readonly code: number; readonly name: string }
  readonly unit: string
  readonly since: string
  readonly until: string
  readonly load: readonly { readonly label: string; readonly n: number; readonly path: string }[]
  readonly capacity: readonly {
    readonly label: string
    readonly n: number
    readonly unit: string
    readonly path?: string
  }[]
  readonly mechanisms: readonly {
    readonly label: string
    readonly about: string
    readonly kinds: readonly { readonly label: string; readonly path: string }[]
  }[]
}
