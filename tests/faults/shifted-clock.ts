import { readFileSync } from 'node:fs'

/**
 * Loaded into a process before anything else: its clock goes wrong by as many milliseconds as the
 * file named by CLOCK_FILE says just then. How long something lasted stays right, as with a
 * machine whose clock is set while it runs.
 */
const file = process.env['CLOCK_FILE'] ?? ''
const rightNow = Date.now
let shift = readShift()
let readAt = performance.now()

function shifted(): number {
  if (performance.now() - readAt > 20) {
    shift = readShift()
    readAt = performance.now()
  }
  return rightNow() + shift
}

function readShift(): number {
  return Number(readFileSync(file, 'utf8'))
}

const RightDate = Date
globalThis.Date = new Proxy(RightDate, {
  construct: (target, args, as) =>
    Reflect.construct(target, args.length === 0 ? [shifted()] : args, as),
  apply: () => new RightDate(shifted()).toString(),
  get: (target, name, receiver) => (name === 'now' ? shifted : Reflect.get(target, name, receiver)),
})
