import { addDays, dayOf } from '../../src/kernel/time.ts'
import { last, type Street, streets } from './appraisal-cast.ts'
import type { Desk, Row } from './desk.ts'

export const today = dayOf(Date.now())
export const inDays = (days: number) => addDays(today, days)

/** What secretaries of streets report on. */
export async function enactsTemplate(office: Desk): Promise<void> {
  const id = await office.asks('appraisal-template/draft', {
    title: '街道党工委书记述职模板',
    category: 'street',
    lines: ['urban', 'problems', 'promises', 'response', 'plan'],
    most: 3000,
  })
  await office.asks(`appraisal-template/${id}/enact`)
}

/** A problem pointed out to a street in a year. */
export function raises(office: Desk, { unit }: Street, year: number): Promise<string> {
  const title = '网格员报表没有减下来'
  return office.asks('appraisal-problem/raise', { title, source: 'inspection', year, unit })
}

/** Every street's report of a cycle, by the street's name. */
export async function reportsOf(office: Desk, cycle: string): Promise<ReadonlyMap<string, string>> {
  const rows = await office.rows('secretary-report', `f.cycle=${cycle}`)
  return new Map(
    streets.flatMap(({ name, office: unit }) => {
      const own = rows.find(({ title }) => title.startsWith(unit))
      return own === undefined ? [] : [[name, own.id]]
    }),
  )
}

export async function sectionsOf(desk: Desk, report: string): Promise<readonly Row[]> {
  return desk.rows('report-section', `f.report=${report}`)
}

/** Writes every section that is not written yet, each in the words of its street. */
export async function writesReport(desk: Desk, report: string, { name }: Street): Promise<void> {
  for (const { id, title, state } of await sectionsOf(desk, report)) {
    if (state === 'written') continue
    if (title === '书记领航行动')
      await desk.asks(`report-section/${id}/writeParts`, {
        effect: `${name}领办老旧小区停车，新增车位六十个。`,
        problems: '一处点位协调四个月才开工。',
        measures: '每季度到点位看一次，办成一件销一件。',
      })
    else await desk.asks(`report-section/${id}/write`, { body: `${name}：${title}，逐项讲到数。` })
  }
}

/** Written, handed in and passed; the last street's is to be told on paper. */
export async function handsIn(
  { office, own }: { readonly office: Desk; readonly own: Desk },
  report: string,
  street: Street,
): Promise<void> {
  await writesReport(own, report, street)
  await own.asks(`secretary-report/${report}/submit`)
  const form = street === last ? 'written' : 'onsite'
  await office.asks(`secretary-report/${report}/approve`, { form })
}

/** One report told and commented on; the last street's was handed in on paper. */
export async function tellsReport(
  office: Desk,
  meeting: string,
  { of, problems }: { readonly of: Street; readonly problems: string },
): Promise<void> {
  const asks = (command: string, data?: object) =>
    office.asks(`appraisal-meeting/${meeting}/reporter/${of.unit}/${command}`, data)
  if (of !== last) {
    await asks('begin')
    await asks('end')
  }
  await asks('comment', { comment: `${of.name}讲得实在，见效还要有数。`, problems })
}

/** 必述、必评、必考: each such section of every report is commented on and rated by itself, but for
 *  the one that was already. */
export async function remarksOnRest(
  head: Desk,
  reports: ReadonlyMap<string, string>,
  done: { readonly of: Street; readonly title: string },
): Promise<void> {
  const remarksOn = async ([name, report]: readonly [string, string]) => {
    for (const { id, title, fields } of await sectionsOf(head, report)) {
      const isMust = ['首要内容', '必述、必评、必考'].includes(fields?.['weight'] ?? '')
      const isDone = name === done.of.name && title === done.title
      if (isMust && !isDone)
        await head.asks(`report-section/${id}/remark`, { remark: '讲得实在', mark: 'good' })
    }
  }
  await Promise.all([...reports].map(remarksOn))
}

/** What a street has not claimed yet. */
export async function claimsRest(own: Desk): Promise<void> {
  const claim = { measures: '列入街道清单，按月调度', lead: '党工委书记', dueOn: inDays(60) }
  for (const { id } of await own.rows('appraisal-problem', 'state=raised'))
    await own.asks(`appraisal-problem/${id}/claim`, claim)
}

/** Rated by a person, one street as average, and accepted by the one rated. */
export async function ratesStreet(
  by: { readonly head: Desk; readonly leader: Desk; readonly own: Desk },
  street: Street,
  { year, isLow }: { readonly year: number; readonly isLow: boolean },
): Promise<void> {
  const id = await by.head.asks('appraisal-rating/prepare', { year, unit: street.unit })
  await by.leader.asks(`appraisal-rating/${id}/rate`, {
    grade: isLow ? 'average' : 'good',
    reasons: isLow ? '点评指出的问题超期没有整改到位' : '小区党组织覆盖提升，问题按期销号',
  })
  await by.own.asks(`appraisal-rating/${id}/accept`)
}
