/** A list that is kept by versions: its items' kind, and the function of the organs that keep it. */
export type VersionedList = {
  readonly value: string
  readonly label: string
  readonly kind: string
  readonly keptBy: 'ruling' | 'organise'
}

/** Every list with versions. A new one is a line here. */
export const lists: readonly VersionedList[] = [
  { value: 'street-duty', label: '街道职责清单', kind: 'duty-item', keptBy: 'ruling' },
]
