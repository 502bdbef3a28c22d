// breach: no-misused-promises, no-unnecessary-condition
export const open = (names: readonly string[], isOpen: (name: string) => Promise<boolean>) =>
  names.filter((name) => isOpen(name))
