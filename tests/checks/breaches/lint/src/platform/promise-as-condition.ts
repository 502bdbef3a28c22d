// breach: no-misused-promises, no-unnecessary-condition
export const ask = (isOpen: () => Promise<boolean>) => (isOpen() ? 1 : 2)
