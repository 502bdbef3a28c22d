import type { Page } from 'playwright-core'
import { district, huashan, more, type Street, streets } from './appraisal-cast.ts'
import { inDays } from './appraisal-steps.ts'
import { type Desk, openDesk, valueIn } from './desk.ts'
import { openStage, type Stage } from './main-job-stage.ts'
import { openOfficialPage } from './official-page.ts'

/** A district in which nothing has been appraised yet, and who carries the year on. */
export type YearStage = {
  readonly stage: Stage
  /** At their pages: the office's clerk, who answers for it, a leader, a street's secretary. */
  readonly pages: Readonly<Record<'office' | 'head' | 'leader' | 'secretary', Page>>
  /** The same over HTTP, for what is done for the remaining streets. */
  readonly office: Desk
  readonly head: Desk
  readonly leader: Desk
  readonly deskOf: (street: Street) => Desk
  readonly valueOf: (id: string, name: string) => Promise<unknown>
  readonly stateOf: (id: string) => Promise<string>
  readonly problemNamed: (title: string) => Promise<string>
  /** Claimed and put right by the street, accepted by the office. */
  readonly putsRight: (street: Street, problem: string) => Promise<void>
}

export async function openYear(): Promise<YearStage> {
  const stage = await openStage(more)
  const { url, browser } = stage
  const open = async (login: string) => {
    const page = await openOfficialPage(browser, url, login)
    page.setDefaultTimeout(30_000)
    return page
  }
  const pages = {
    office: await open('zuzhibu'),
    head: await open('buzhang'),
    leader: await open('lingdao'),
    secretary: await open(huashan.login),
  }
  const desk = (login: string) => openDesk(url, login, district)
  const office = await desk('zuzhibu')
  const own = await Promise.all(
    streets.map(async (street) => [street, await desk(street.login)] as const),
  )
  const desks: ReadonlyMap<Street, Desk> = new Map(own)
  const deskOf = (street: Street) => {
    const found = desks.get(street)
    if (found === undefined) throw new Error(`nobody of ${street.name}`)
    return found
  }
  return {
    stage,
    pages,
    office,
    head: await desk('buzhang'),
    leader: await desk('lingdao'),
    deskOf,
    valueOf: async (id, name) => valueIn(await office.record(id), name),
    stateOf: async (id) => (await office.record(id)).record.state,
    problemNamed: async (title) => {
      const found = (await office.rows('appraisal-problem')).find((one) => one.title === title)
      if (found === undefined) throw new Error(`no problem ${title}`)
      return found.id
    },
    putsRight: async (street, problem) => {
      const on = (command: string) => `appraisal-problem/${problem}/${command}`
      const claim = { measures: '逐项摸底，按月推进', lead: '党工委副书记', dueOn: inDays(20) }
      await deskOf(street).asks(on('claim'), claim)
      await deskOf(street).asks(on('submit'), { evidence: '清单所列事项已经办完' })
      await office.asks(on('accept'), { reason: '实地看过，属实' })
    },
  }
}
