import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type ProductOptions = {
  readonly home: string
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
  /** Whom it runs as, when not as whoever starts it. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined
}

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type Product = {
  readonly url: string
  readonly pid: number
  /** What it wrote so far, line by line. */
  readonly said: readonly string[]
  /** Settles when it says that it has started. Rejects when it ended instead. */
  readonly started: Promise<void>
  readonly ended: Promise<Ended>
  send(signal: NodeJS.Signals): void
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the whole product as its users do: a process of its own, known by its environment. */
export function launchProduct(options: ProductOptions): Product {
  const { home, port, env = {}, account } = options
  const child = spawn(process.execPath, ['src/main/server.ts'], {
    cwd: root,
    env: { ...inherited(), TONGXIN_HOME: home, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  })
  const said: string[] = []
  const ended = once(child, 'exit').then(([code, signal]): Ended => ({
    code: code ?? null,
    signal: signal ?? null,
  }))
  const started = untilStarted(child, said, ended)
  // Whoever does not wait for the start learns of its failure from `ended`.
  started.catch(() => undefined)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    said,
    started,
    ended,
    send: (signal) => void child.kill(signal),
  }
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const product = launchProduct(options)
  await product.started
  return product
}

/** Stops it as an operator does and says how it ended. */
export async function stopProduct(product: Product): Promise<Ended> {
  product.send('SIGTERM')
  return product.ended
}

function untilStarted(child: ChildProcess, said: string[], ended: Promise<Ended>): Promise<void> {
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface(stream).on('line', (line) => {
        said.push(line)
        if (line.startsWith('同心已启动')) resolve()
      })
    }
  })
  const failed = ended.then(({ code, signal }) => {
    throw new Error(`the product ended (${code ?? signal}) saying:\n${said.join('\n')}`)
  })
  return Promise.race([started, failed])
}

/** The environment without what would lead the product elsewhere. */
function inherited(): NodeJS.ProcessEnv {
  const own =
    /^(TONGXIN_|DATABASE_URL$|TEST_DATABASE_URL$|PG|PORT$|HOST$|NODE_OPTIONS$|VITEST|NODE_ENV$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}
