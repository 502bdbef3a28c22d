import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Product = { readonly url: string; stop(): Promise<void> }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product as `npm start` starts it, with a home of its own and the demo city. */
export async function startProduct(): Promise<Product> {
  if (!existsSync(join(root, 'dist/web/residents.html')))
    throw new Error('the pages are not built: run `npm run prepare` first')
  const home = await mkdtemp(join(tmpdir(), 'tongxin-journey-'))
  const server = spawn(process.execPath, [join(root, 'src/main/server.ts')], {
    env: { ...process.env, TONGXIN_HOME: home, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /同心已启动：(http:\S+)/.exec(said) ?? []
      if (found !== undefined) resolve(found)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', () => {
      reject(new Error(`the product ended before it served:\n${said}`))
    })
  })
  return {
    url,
    stop: async () => {
      server.kill('SIGTERM')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}
