import { post, unit } from '../../../kernel/testing.ts'
import { type Given, office, type There, yearOf, type Year } from '../appraisal-template/testing.ts'

/** Who answers for the office: marks are given by nobody of its desk. */
export const head = post('head', unit.organisation)

/** How far the rating of a street has come. */
export const rating = (state: string, street: number = unit.street, data = {}): There => ({
  title: '年度评定',
  state,
  data: { host: unit.committee, year: 2026, unit: street, ...data },
})
export const ratings = [rating('final'), rating('dropped', unit.otherStreet)]

/** A cycle whose research has begun, with its reports; its streets are rated already. */
export function researching(given: Given = { there: { 'appraisal-rating': ratings } }) {
  const told = yearOf(given)
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
    told.step(section, ['remark', head, moment], { remark: '讲得实', mark: 'good' })
}

/** What the meeting asks of a report: it was told there, and commented on. */
export const meeting = { by: 'effect', of: 'meeting' } as const

export function isToldAndCommented(told: Year, report: string, moment: string): void {
  told.step(report, ['wasPresented', meeting, moment])
  told.step(report, ['wasCommented', meeting, moment])
}

/** Both reports are told and every section is commented on; then the cycle goes on to its last stage. */
export function rectifying(given?: Given) {
  const { told, id, reports } = researching(given)
  for (const report of reports) passes(told, report)
  told.step(id, ['startMeeting', office, '08-12 09:00'])
  for (const report of reports) {
    isToldAndCommented(told, report, '08-12 11:00')
    remarks(told, report, '08-12 11:30')
  }
  told.step(id, ['startRectifying', office, '08-12 12:00'])
  return { told, id, reports }
}
