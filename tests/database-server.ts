import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

// A database server for as long as whoever started this listens: it says where, and ends with them.
const home = await mkdtemp(join(tmpdir(), 'tongxin-tests-'))
const server = await startEmbedded({ home, say: () => undefined })
process.send?.(server.url)
await once(process, 'disconnect')
await server.stop()
await rm(home, { recursive: true, force: true })
process.exit()
