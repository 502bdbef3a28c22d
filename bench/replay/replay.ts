import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export type Replay = {
  /** Sends one of so many equal parts, some times over; gives requests a second. */
  run(part: number, of: number, times?: number): Promise<number>
  stop(): void
}

type What = { readonly url: string; readonly file: string; readonly path: string }

const program = fileURLToPath(new URL('./replayer.ts', import.meta.url))

/** Opens a process that repeats what requests of some paths had sent, against a database. */
export async function openReplay({ url, file, path }: What): Promise<Replay> {
  const child = fork(program, [url, file, path], { stdio: 'inherit' })
  await heard(child)
  return {
    async run(part, of, times = 1) {
      child.send({ part, of, times })
      return z.object({ perSecond: z.number() }).parse(await heard(child)).perSecond
    },
    stop: () => void child.kill(),
  }
}

async function heard(child: ChildProcess): Promise<unknown> {
  const failed = once(child, 'exit').then(() => {
    throw new Error('the replay ended')
  })
  failed.catch(() => undefined)
  const [message] = await Promise.race([once(child, 'message'), failed])
  return message
}
