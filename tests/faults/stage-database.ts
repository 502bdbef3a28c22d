import { type Embedded, startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { openWire, type Wire } from './wire.ts'

/** A database server that somebody else than the product looks after, behind a wire. */
export type StageDatabase = {
  readonly wire: Wire
  /** Its own address, past the wire. */
  url(): string
  pid(): number
  stop(): Promise<void>
  start(): Promise<void>
}

const silent = () => undefined

export async function openStageDatabase(home: string): Promise<StageDatabase> {
  let server: Embedded | undefined = await startEmbedded({ home, say: silent })
  let { url } = server
  const wire = await openWire(url)
  return {
    wire,
    url: () => url,
    pid: () => server?.pid ?? 0,
    async stop() {
      await server?.stop()
      server = undefined
    },
    async start() {
      server = await startEmbedded({ home, say: silent })
      url = server.url
      wire.leadTo(url)
    },
  }
}
