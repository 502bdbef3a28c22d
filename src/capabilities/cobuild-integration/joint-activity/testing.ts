import { at, post, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { activityOrganisation } from '../activity-organisation/kind.ts'
import { organisationEntry } from '../organisation-entry/kind.ts'
import { jointActivity } from './kind.ts'

export const community = post('secretary', unit.community)
export const bureau = post('head', unit.bureau)

export const plan = {
  title: '打造共同体主题党日',
  sort: 'themeDay',
  contents: ['theory', 'service'],
  startAt: at('08-10 09:00'),
  spot: '前街党群服务中心',
}

/** An activity of the first community on 10 August, to which the second and the bureau are asked. */
export function planned(data: Data = {}) {
  const told = tell([jointActivity, activityOrganisation, organisationEntry])
  const hosts = [unit.otherCommunity, unit.bureau]
  const begin = (given: Data = {}, by = community) =>
    told.begin('joint-activity/plan', town.community, [
      by,
      '08-03 09:00',
      { ...plan, hosts, ...given },
    ])
  const id = begin(data)
  const firm = (title: string, sort = 'private') =>
    told.begin('organisation-entry/register', town.community, [
      post('worker', unit.community),
      '08-03 09:00',
      { title, sort },
    ])
  return { ...told, begin, id, firm }
}
