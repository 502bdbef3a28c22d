import type { Actor } from '../../../kernel/actor.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell, type Told } from '../../street-mandate/testing/told.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { organiser, street } from '../testing/reviewing.ts'
import { reportSection } from '../report-section/kind.ts'
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
  const told = tell([
    appraisalMeeting,
    appraisalProblem,
    secretaryReport,
    reportSection,
    yearOfReports,
  ])
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

/** A year of reports, as far as a meeting looks at it. */
const yearOfReports: Kind = {
  name: 'appraisal-cycle',
  label: '述职评议考核',
  group: 'test',
  systems: [],
  version: 1,
  about: '述职评议考核',
  fields: { title: { type: 'text', label: '名称' }, host: { type: 'unit', label: '上级党委' } },
  title: 'title',
  relations: { anyone: { label: '任何人', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: { office: { label: '组织部门', is: { function: 'organise' } } },
  responsible: 'office',
  starts: {
    begin: {
      label: '开始',
      by: ['anyone'],
      input: { host: { type: 'unit', label: '上级党委' } },
      records: 'Begun',
      says: '开始',
      keeps: ['host'],
      to: 'research',
    },
  },
  states: {
    research: {
      label: '会前调查研究',
      is: 'resting',
      commands: {
        meet: { label: '开会', by: ['anyone'], records: 'Met', says: '开会', to: 'meeting' },
      },
    },
    meeting: { label: '会上述职评议', is: 'resting' },
  },
  rules: {},
}

/** A meeting of a year whose research goes on until `meets`. */
export function plannedInYear() {
  const here = planned()
  const { told } = here
  const cycle = cycleOf(told, unit.committee)
  const own = { ...next, cycle }
  const id = told.begin('appraisal-meeting/plan', town.district, [organiser, '08-03 09:00', own])
  const meets = () => told.does(cycle, 'meet', [organiser, '08-09 09:00'])
  return { told, id, cycle, meets }
}

/** The year of reports of a committee. */
export function cycleOf(told: Told, host: number): string {
  return told.begin('appraisal-cycle/begin', town.district, [organiser, '08-03 08:00', { host }])
}

/** A street's report that was reviewed for this cycle, for the district's committee unless another
 *  is named. */
export function reviewedReport(
  told: Told,
  form: 'onsite' | 'written',
  { cycle, host = unit.committee }: { readonly cycle: string; readonly host?: number },
): string {
  const id = told.begin('secretary-report/begin', town.street, [
    { by: 'effect', of: cycle },
    '08-03 09:10',
    {
      cycle,
      reporter: unit.street,
      host,
      office: unit.organisation,
      year: 2026,
      template: 'template-1',
      meetingOn: '2026-08-10',
    },
  ])
  for (const section of told.all('report-section').filter(({ fields }) => fields['report'] === id))
    told.does(section.id, 'write', [street, '08-03 09:15', { body: '上年问题已经销号' }])
  told.does(id, 'submit', [street, '08-03 09:20'])
  told.does(id, 'approve', [organiser, '08-03 09:30', { form }])
  return id
}
