// breach: prefer-node-protocol
export { join } from 'path'
