import type { Actor } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { dayMs, type Instant } from '../../../kernel/time.ts'
import { ask, type Data, holder, later, type Play, told } from '../past/play.ts'
import { samples } from './all.ts'
import { areaNamed, type Known, unitNamed, valueIn } from './names.ts'
import type { Sample, SampleData, SampleStep, Who } from './sample.ts'

/** Has every sample happen at its time, each step after the one before. */
export function schedulesSamples(play: Play, end: Instant): void {
  const made = new Map<string, string>()
  const known: Known = {
    end,
    sample: (name) => {
      const id = made.get(name)
      if (id === undefined) throw new Error(`sample ${name} has not happened yet`)
      return id
    },
    duty: (number) => play.duty.idOf(number),
    contact: () => play.newContact(play.now),
  }
  for (const sample of samples)
    later(play, end - sample.daysAgo * dayMs, () => begins(play, sample, { known, made }))
}

type Cast = { readonly known: Known; readonly made: Map<string, string> }

function begins(play: Play, sample: Sample, cast: Cast): void {
  const { kind, command, name } = sample
  const place = placeOf(play.world.directory, areaNamed(sample.area))
  const data = dataIn(sample.data, cast.known)
  const record = ask(play, { kind, command, actor: actorOf(play, sample.by), place, data })
  if (record === undefined) return
  if (name !== undefined) cast.made.set(name, record.id)
  const { id } = record
  goesOn(play, { id, kind, steps: sample.steps ?? [] }, cast)
}

function goesOn(
  play: Play,
  own: { readonly id: string; readonly kind: string; readonly steps: readonly SampleStep[] },
  cast: Cast,
): void {
  const [step, ...rest] = own.steps
  if (step === undefined) return
  later(play, play.now + step.after * dayMs, () => {
    const record = step.of === undefined ? own.id : cast.known.sample(step.of)
    const kind = step.of === undefined ? own.kind : (play.city.record(record)?.kind ?? own.kind)
    const [role = '', unit = '', name] = step.command.split('/')
    const done = told(play, {
      kind,
      record,
      command: name ?? step.command,
      party: name === undefined ? undefined : { role, unit: unitNamed(unit) },
      actor: actorOf(play, step.by),
      data: dataIn(step.data, cast.known),
    })
    const { opens } = step
    const opened = done?.steps.find(
      (one) => one.openedBy !== undefined && one.kind.name === opens?.kind,
    )
    if (opens !== undefined && opened !== undefined) cast.made.set(opens.name, opened.after.id)
    goesOn(play, { ...own, steps: rest }, cast)
  })
}

function actorOf(play: Play, { unit, role }: Who): Actor {
  return holder(play, unitNamed(unit), role)
}

function dataIn(data: SampleData | undefined, known: Known): Data {
  return Object.fromEntries(
    Object.entries(data ?? {}).map(([name, value]) => [name, valueIn(value, known)]),
  )
}
