import { post } from '../../../kernel/testing.ts'
import { office, yearOf, type Year } from '../appraisal-template/testing.ts'

/** A cycle whose research has begun, with its reports. */
export function researching() {
  const told = yearOf()
  told.template()
  told.question()
  const id = told.cycle()
  return { told, id, reports: told.reports(id) }
}

/** The report is written where it must be, handed in and passed. */
export function passes(told: Year, report: string, form = 'onsite') {
  const by = post('secretary', Number(told.fields(report)['reporter']))
  for (const section of sectionsOf(told, report))
    told.step(section, ['write', by, '08-10 09:00'], { body: '已办成三件实事' })
  told.step(report, ['submit', by, '08-10 10:00'])
  told.step(report, ['approve', office, '08-10 11:00'], { form })
}

export function sectionsOf(told: Year, report: string): readonly string[] {
  return Array.from({ length: 200 }, (_, n) => `id-${n}`).filter(
    (id) => told.fields(id)['report'] === report,
  )
}

/** Every section is commented on by itself. */
export function remarks(told: Year, report: string, moment: string): void {
  for (const section of sectionsOf(told, report))
    told.step(section, ['remark', office, moment], { remark: '讲得实', mark: 'good' })
}

/** What the meeting asks of a report: it was told there, and commented on. */
export const meeting = { by: 'effect', of: 'meeting' } as const

export function isToldAndCommented(told: Year, report: string, moment: string): void {
  told.step(report, ['wasPresented', meeting, moment])
  told.step(report, ['wasCommented', meeting, moment])
}
