// breach: server TS1484
import { StatOptions } from 'node:fs'

export type Size = StatOptions['bigint']
