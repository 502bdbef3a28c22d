// breach: no-restricted-globals
export const make = () => crypto.randomUUID()
