export const name = 'one'
