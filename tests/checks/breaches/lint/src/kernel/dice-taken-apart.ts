// breach: no-restricted-properties
const { random } = Math

export const roll = random
