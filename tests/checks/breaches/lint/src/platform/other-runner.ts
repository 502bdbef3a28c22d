// breach: no-restricted-imports
export { equal } from 'node:assert'
