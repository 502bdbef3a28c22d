import type { Actor } from '../../../kernel/actor.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell, type Told } from '../../street-mandate/testing/told.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { organiser, street } from '../testing/reviewing.ts'
import { secretaryReport } from '../secretary-report/kind.ts'
import { appraisalMeeting } from './kind.ts'

export const next = {
  title: '东区街道党工委书记述职评议会',
  year: 2026,
  scope: 'area',
  startAt: at('08-10 09:00'),
  endAt: at('08-10 12:00'),
  spot: '区委礼堂',
}
export const said = {
  comment: '思路清楚，抓得具体，但问题也要看到',
  problems: '小区党支部覆盖不全\n后备干部储备不足\n',
}

type Here = { readonly told: Told; readonly id: string }

export function planned(data: Data = {}): Here {
  const told = tell([appraisalMeeting, appraisalProblem, secretaryReport])
  const id = told.begin('appraisal-meeting/plan', town.district, [
    organiser,
    '08-03 09:00',
    { ...next, ...data },
  ])
  return { told, id }
}

/** Two streets are to report in person. */
export function holding(
  data: Data = {},
  units: readonly number[] = [unit.street, unit.otherStreet],
) {
  const here = planned(data)
  const { told, id } = here
  told.does(id, 'addReporters', [organiser, '08-03 10:00', { units, form: 'onsite' }])
  told.does(id, 'notify', [organiser, '08-04 09:00'])
  told.does(id, 'open', [organiser, '08-10 09:00'])
  return here
}

/** Asks of a reporter, by the office unless somebody else is named. */
export function of(who: number, { told, id }: Here, by: Actor = organiser) {
  const asks = (command: string, moment: string, data: Data = {}) =>
    told.refused(id, `reporter/${who}/${command}`, [by, moment, data])
  return {
    asks,
    state: () => told.record(id).parties.find((one) => one.unit === who)?.state,
    reports: (moment: string) => {
      for (const command of ['begin', 'end']) {
        const code = asks(command, moment)
        if (code !== undefined) throw new Error(`${command} is refused: ${code}`)
      }
    },
  }
}

/** A street's report that was reviewed for this cycle. */
export function reviewedReport(told: Told, form: 'onsite' | 'written', cycle = 'cycle-1'): string {
  const id = told.begin('secretary-report/begin', town.street, [
    { by: 'effect', of: cycle },
    '08-03 09:10',
    {
      cycle,
      reporter: unit.street,
      host: unit.committee,
      office: unit.organisation,
      year: 2026,
      template: 'template-1',
      meetingOn: '2026-08-10',
    },
  ])
  told.does(id, 'submit', [street, '08-03 09:20'])
  told.does(id, 'approve', [organiser, '08-03 09:30', { form }])
  return id
}
