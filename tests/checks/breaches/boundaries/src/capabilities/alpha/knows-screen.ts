// breach: pure-files-know-no-screen
export { Alpha } from './screens/Alpha.tsx'
