import type { Actor } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Step } from '../../../kernel/rehearsal.ts'
import { dayMs, type Instant } from '../../../kernel/time.ts'
import { ask, type Data, holder, later, type Play, told } from '../past/play.ts'
import { samples } from './all.ts'
import { areaNamed, type Known, unitNamed, valueIn } from './names.ts'
import type { Opening, Sample, SampleData, SampleStep, Who } from './sample.ts'

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
    post: (who) => postOf(play, who),
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
  // Whoever knows its name may come back to it.
  play.keeps(record.id)
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
      actor: step.by === 'link' ? { by: 'link', record } : actorOf(play, step.by),
      data: dataIn(step.data, cast.known),
    })
    for (const opening of [step.opens ?? []].flat())
      for (const [name, id] of openedBy(done?.steps ?? [], opening)) {
        cast.made.set(name, id)
        play.keeps(id)
      }
    goesOn(play, { ...own, steps: rest }, cast)
  })
}

/** The first record of a kind that was opened, or each under its fields. */
function openedBy(
  steps: readonly Step[],
  { kind, name, each }: Opening,
): readonly (readonly [string, string])[] {
  const opened = steps.filter((one) => one.openedBy !== undefined && one.kind.name === kind)
  return each === undefined
    ? opened.slice(0, 1).map(({ after }) => [name, after.id])
    : opened.map(({ after }) => [
        [name, ...each.map((field) => plainOf(after.fields, field))].join('|'),
        after.id,
      ])
}

function plainOf(fields: Values, name: string): string {
  return `${numberOf(fields, name) ?? textOf(fields, name) ?? ''}`
}

/** When the first sample begins: some reach back further than the rest of the past. */
export function firstOfSamples(end: Instant): Instant {
  return end - Math.max(...samples.map(({ daysAgo }) => daysAgo)) * dayMs
}

function actorOf(play: Play, { unit, role }: Who): Actor {
  return holder(play, unitNamed(unit), role)
}

function postOf(play: Play, who: Who): string {
  const actor = actorOf(play, who)
  return actor.by === 'post' ? actor.post.id : ''
}

function dataIn(data: SampleData | undefined, known: Known): Data {
  return Object.fromEntries(
    Object.entries(data ?? {}).map(([name, value]) => [name, valueIn(value, known)]),
  )
}
