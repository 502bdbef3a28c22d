import { unit } from '../../../../kernel/testing.ts'
import {
  arbiter,
  arrives,
  bureau,
  cityArbiter,
  cityBureau,
  clerk,
  finishes,
  foreignStreet,
  of,
  otherStreet,
  submitted,
  traffic,
  whistle,
  type WhistleStory,
} from '../testing.ts'

const peers = { peers: [unit.otherStreet, unit.foreignStreet] }
const because = { reason: '不属本单位职责' }

/** Whistles brought to every stage, by name. */
export const stages: Readonly<Record<string, () => WhistleStory>> = {
  responding: () => whistle(peers),
  signed: () => {
    const told = whistle(peers)
    told.step(`${of(unit.bureau)}sign`, [bureau, '08-03 09:10'])
    told.step(`${of(unit.otherStreet, 'peer')}sign`, [otherStreet, '08-03 09:10'])
    return told
  },
  disputed,
  ruled: () => {
    const told = disputed()
    told.step(`${of(unit.traffic)}release`, [arbiter, '08-03 09:30'], because)
    told.step(`${of(unit.cityBureau)}uphold`, [cityArbiter, '08-03 09:30'], because)
    told.step(`${of(unit.otherStreet, 'peer')}uphold`, [arbiter, '08-03 09:30'], because)
    told.step(`${of(unit.foreignStreet, 'peer')}release`, [cityArbiter, '08-03 09:30'], because)
    return told
  },
  leadless: () => {
    const told = whistle()
    told.step(`${of(unit.bureau)}dispute`, [bureau, '08-03 09:20'], because)
    told.step(`${of(unit.bureau)}release`, [arbiter, '08-03 09:30'], because)
    return told
  },
  arrived,
  confirmed: () => {
    const told = arrived()
    told.step(`${of(unit.bureau)}confirmArrival`, [clerk, '08-03 11:10'])
    told.step(`${of(unit.otherStreet, 'peer')}confirmArrival`, [clerk, '08-03 11:10'])
    return told
  },
  finished: () => {
    const told = arrived()
    finishes(told, bureau, '08-03 15:00')
    told.step(`${of(unit.otherStreet, 'peer')}finish`, [otherStreet, '08-03 15:00'], {
      result: '已清理',
    })
    return told
  },
  submittable: () => {
    const told = whistle({ called: [] })
    arrives(told, bureau)
    finishes(told, bureau)
    return told
  },
  accepting: () => submitted(peerless),
  sentBack: () => {
    const told = submitted(peerless)
    told.step('sendBack', [clerk, '08-05 09:00'], because)
    return told
  },
  closed: () => {
    const told = submitted(peerless)
    told.step('accept', [clerk, '08-05 09:00'])
    return told
  },
  cancelled: () => {
    const told = whistle(peers)
    told.step('cancel', [clerk, '08-03 09:10'], because)
    return told
  },
}

const peerless = { peers: [] }

function disputed(): WhistleStory {
  const told = whistle(peers)
  told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 09:20'], because)
  told.step(`${of(unit.cityBureau)}dispute`, [cityBureau, '08-03 09:20'], because)
  told.step(`${of(unit.otherStreet, 'peer')}dispute`, [otherStreet, '08-03 09:20'], because)
  told.step(`${of(unit.foreignStreet, 'peer')}dispute`, [foreignStreet, '08-03 09:20'], because)
  return told
}

function arrived(): WhistleStory {
  const told = whistle(peers)
  for (const actor of [bureau, traffic]) arrives(told, actor)
  arrives(told, otherStreet, 'peer')
  return told
}
