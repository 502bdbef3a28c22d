import { type ChildProcess, fork } from 'node:child_process'
import type { LabelledText } from '../../platform/suggest/suggester.ts'

/** The processes that learn now, for whoever has to end them. */
export type Trainers = Set<ChildProcess>

/** What a process beside this one learns of texts, told piece by piece: nothing of them stays here.
 *  Undefined where there is no text. */
export async function trained(
  texts: AsyncIterable<readonly LabelledText[]>,
  trainers: Trainers,
): Promise<unknown> {
  const trainer = fork(new URL('trainer.ts', import.meta.url), {
    // With less room for what is just being made it holds a fifth less and takes no longer.
    execArgv: ['--max-semi-space-size=2'],
    // Millions of numbers come back, which as text would be many times as much.
    serialization: 'advanced',
  })
  trainers.add(trainer)
  // A program that has nothing else to do does not wait for it.
  trainer.unref()
  trainer.channel?.unref()
  const model = new Promise((resolve, reject) => {
    trainer.once('message', resolve)
    trainer.once('error', reject)
    trainer.once('exit', () => reject(new Error('learning was stopped')))
  })
  model.catch(() => undefined)
  try {
    let count = 0
    for await (const some of texts) {
      count += some.length
      await told(trainer, some)
    }
    if (count === 0) return undefined
    await told(trainer, 'learn')
    return await model
  } finally {
    trainers.delete(trainer)
    trainer.kill()
  }
}

function told(trainer: ChildProcess, what: readonly LabelledText[] | 'learn'): Promise<void> {
  const message = typeof what === 'string' ? what : what.map((one) => ({ ...one }))
  return new Promise((resolve, reject) => {
    trainer.send(message, (error) => (error === null ? resolve() : reject(error)))
  })
}
