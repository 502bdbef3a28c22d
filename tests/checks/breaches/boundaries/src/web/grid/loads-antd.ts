// breach: residents-load-little
export { Button } from '../heavy.ts'
