// breach: browser-has-no-node
export { join } from 'node:path'
