import { faultView, faultWords } from '../platform/log/fault-view.ts'
import { redacted } from '../platform/log/redact.ts'
import { HomeBusy } from '../platform/postgres/embedded.ts'
import { keepCompiled } from './compiled.ts'
import { readEnvironment } from './environment.ts'
import { PortTaken } from './front.ts'
import { type Running, start } from './start.ts'

const say = (line: string) => void process.stdout.write(`${redacted(line)}\n`)

/** The server as a program: from its environment to the signal that ends it. */
export async function serve(): Promise<void> {
  endOnFaults()
  try {
    const running = await start(readEnvironment(process.env), say)
    stopOnSignals(running)
    keepCompiled()
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
    process.exit()
  }
}

/** What nobody caught ends the process as it always did, but without quoting what people wrote. */
function endOnFaults(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${JSON.stringify(faultView(error))}\n`)
    process.exit(1)
  })
}

function stopOnSignals(running: Running): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('正在停止：办完手上的事就退出')
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`停止时出错：${faultWords(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function sentenceOf(error: unknown): string {
  if (error instanceof PortTaken)
    return `端口 ${error.message} 已被别的程序占用，请用 PORT=别的端口 再启动`
  if (error instanceof HomeBusy || error instanceof RangeError) return error.message
  return JSON.stringify(faultView(error))
}
