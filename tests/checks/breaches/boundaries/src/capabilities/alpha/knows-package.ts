// breach: pure-files-stay-pure
export { z } from 'zod'
