import { directoryOf } from '../../../../kernel/directory.ts'
import { townWorld, unit, units } from '../../../../kernel/testing.ts'
import type { World } from '../../../../kernel/world.ts'
import {
  agent,
  answered,
  appeal,
  type AppealStory,
  caller,
  clerk,
  handled,
  head,
  kinds,
  officer,
  supervisor,
  toStreet,
  traffic,
  worker,
} from '../testing.ts'

/** A fresh appeal brought to a stage. */
export function told(stage: string): AppealStory {
  const begun = stage === 'intake' ? appeal() : undefined
  if (begun !== undefined) return begun
  return (paths[stage] ?? handled)()
}

const paths: Readonly<Record<string, () => AppealStory>> = {
  dispatched: () => {
    const one = appeal()
    one.step('dispatch', [agent, '08-03 09:30'], toStreet)
    return one
  },
  returned: () => {
    const one = appeal()
    const dutyItem = one.item('withdrawn')
    one.step('dispatch', [agent, '08-03 09:30'], toStreet)
    one.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    return one
  },
  extensionAsked: () => {
    const one = handled()
    const extensionLimit = { qty: 1, unit: 'working-day' }
    one.step('askExtension', [clerk, '08-03 11:30'], { extensionLimit, reason: '需要会商' })
    return one
  },
  suspensionAsked: suspensionAsked,
  calling,
  joined: () => {
    const one = calling()
    one.step(`co/${unit.traffic}/join`, [traffic, '08-03 11:40'])
    return one
  },
  assisted,
  working: () => {
    const one = assisted()
    one.step(`assist/${unit.community}/join`, [worker, '08-03 11:40'])
    one.step(`office/${unit.office}/join`, [officer, '08-03 11:45'])
    return one
  },
  toTheBureau: () => {
    const one = appeal()
    one.step('dispatch', [agent, '08-03 09:30'], { ...toStreet, lead: unit.bureau })
    return one
  },
  ruling: () => {
    const one = appeal()
    const dutyItem = one.item('withdrawn')
    one.step('dispatch', [agent, '08-03 09:30'], toStreet)
    for (const minute of ['40', '50']) {
      one.step('return', [clerk, `08-03 09:${minute}`], { dutyItem, reason: '不归我们' })
      one.step('redispatch', [agent, `08-03 09:${minute}`], toStreet)
    }
    one.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    return one
  },
  merged: () => {
    const one = appeal()
    const primary = one.begin({
      kind: 'resident-appeal',
      command: 'ask',
      area: 1111,
      by: { by: 'public' },
      at: '08-03 09:10',
      data: { detail: '烧烤摊扰民' },
    })
    one.step('merge', [agent, '08-03 09:20'], { primary })
    return one
  },
  checking: () => {
    const one = handled({}, headsCheck())
    one.step('submitAnswer', [clerk, '08-05 16:00'], { publicAnswer: '已经处理完毕' })
    return one
  },
  suspended: () => {
    const one = suspensionAsked()
    one.step('grantSuspension', [supervisor, '08-03 11:40'])
    return one
  },
  answered: () => answered(),
  calledBack: () => {
    const one = answered()
    one.step('callBack', [caller, '08-05 16:30'], { solved: 'solved' })
    return one
  },
  raised: () => {
    const one = answered()
    one.step('judge', [one.reporter, '08-05 16:30'], { solved: 'unsolved', reason: '没有变化' })
    one.step('submitAnswer', [head, '08-05 16:40'], { publicAnswer: '再次办理情况' })
    one.step('judge', [one.reporter, '08-05 16:50'], { solved: 'unsolved', reason: '没有变化' })
    return one
  },
  closed: () => {
    const one = answered()
    one.step('judge', [one.reporter, '08-05 16:30'], { solved: 'solved' })
    return one
  },
}

function calling(): AppealStory {
  const one = handled()
  one.step('callDepartment', [clerk, '08-03 11:30'], { department: unit.traffic, task: '清理车辆' })
  return one
}

function suspensionAsked(): AppealStory {
  const one = handled()
  one.step('askSuspension', [clerk, '08-03 11:30'], { plan: '随改造解决', reviewOn: '2026-09-01' })
  return one
}

function assisted(): AppealStory {
  const one = handled()
  one.step('askCommunity', [clerk, '08-03 11:30'], { community: unit.community, task: '了解情况' })
  one.step('passToOffice', [clerk, '08-03 11:35'], { office: unit.office, task: '现场处置' })
  return one
}

/** The town, but the front street's head checks its answers. */
function headsCheck(): Pick<World, 'directory'> {
  const { areas } = townWorld(kinds.values()).directory
  const checked = units.map((one) => (one.id === unit.street ? { ...one, headChecks: true } : one))
  return { directory: directoryOf([...areas.values()], checked) }
}
