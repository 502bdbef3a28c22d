// breach: kernel-stands-alone
export { join } from 'node:path'
