// breach: pure-files-stay-pure
export { join } from 'node:path'
