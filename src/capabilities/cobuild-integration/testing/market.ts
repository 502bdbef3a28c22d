import { governedUnits, post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, linked, type Linked } from '../../four-level-linkage/testing.ts'
import { cobuildAgreement } from '../cobuild-agreement/kind.ts'
import { cobuildProject } from '../cobuild-project/kind.ts'
import { communityNeed } from '../community-need/kind.ts'
import { memberReportIn } from '../member-report-in/kind.ts'
import { resourceBooking } from '../resource-booking/kind.ts'
import { unitBalance } from '../unit-balance/kind.ts'
import { unitReportIn } from '../unit-report-in/kind.ts'
import { unitResource } from '../unit-resource/kind.ts'

export const community = post('worker', unit.community)
export const otherCommunity = post('worker', unit.otherCommunity)
export const street = post('clerk', unit.street)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('head', unit.traffic)

/** Everybody who speaks for a unit, whichever it is. */
export const everyUnit = all(...governedUnits.map(({ id }) => id)).toSorted()

export const here = { area: town.community }

/** A town whose communities and units share: 3 August is a Monday. */
export function market(): Linked {
  return linked([
    communityNeed,
    unitResource,
    resourceBooking,
    cobuildProject,
    cobuildAgreement,
    unitReportIn,
    memberReportIn,
    unitBalance,
  ])
}

export function listNeed(told: Linked, data: Data = {}, when = '08-03 09:00'): string {
  const what = { kind: 'community-need', command: 'list', ...here }
  return told.begin(what, [community, when], {
    title: '老人缺一处活动室',
    topic: 'elderly',
    form: 'venue',
    ...data,
  })
}

export const roomTerms: Data = {
  title: '一楼大会议室',
  form: 'venue',
  topic: 'elderly',
  weekdays: ['6', '0'],
  hours: ['morning', 'afternoon'],
  conditions: '自带茶杯，用后归位',
  scope: town.street,
}

export function openRoom(told: Linked, data: Data = {}, when = '08-03 09:10'): string {
  const what = { kind: 'unit-resource', command: 'open', ...here }
  return told.begin(what, [bureau, when], { ...roomTerms, ...data })
}

/** A project the bureau proposed for the community's need, and its two ends. */
export function proposed(told = market(), data: Data = {}) {
  const need = listNeed(told)
  const resource = openRoom(told)
  const what = { kind: 'cobuild-project', command: 'propose', ...here }
  const id = told.begin(what, [bureau, '08-03 09:20'], { need, resource, ...data })
  return { told, need, resource, id }
}

export function underway(data: Data = {}) {
  const begun = proposed(market(), data)
  begun.told.step(begun.id, ['confirm', community, '08-03 10:00'])
  return begun
}

export const delivery: Data = { delivered: '每周六上午开放，办了八场', served: 240 }

export function delivered() {
  const begun = underway()
  begun.told.step(begun.id, ['deliver', bureau, '08-20 10:00'], delivery)
  return begun
}

/** A unit's report-in that the community confirmed. */
export function reportedIn(told = market(), data: Data = {}, isConfirmed = true) {
  const what = { kind: 'unit-report-in', command: 'report', ...here }
  const id = told.begin(what, [bureau, '08-03 09:00'], {
    community: unit.community,
    promise1: '每月一次城管开放日',
    members: 40,
    ...data,
  })
  if (isConfirmed) told.step(id, ['confirm', community, '08-04 09:00'])
  return { told, id }
}

export const propose = { kind: 'cobuild-project', command: 'propose', ...here }

/** A need and a resource, and somebody who would join them. */
export function lists(need: Data = {}, resource: Data = {}) {
  const told = market()
  const ends = { need: listNeed(told, need), resource: openRoom(told, resource) }
  const tries = (data: Data = {}, by = bureau) =>
    told.tries(propose, [by, '08-03 10:00'], { ...ends, ...data })
  return { told, ...ends, tries }
}
