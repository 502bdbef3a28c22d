// breach: kernel-stands-alone
export { z } from 'zod'
