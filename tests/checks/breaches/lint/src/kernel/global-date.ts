// breach: no-restricted-globals
export const world = globalThis
