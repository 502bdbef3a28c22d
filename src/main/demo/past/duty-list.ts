import type { RecordState } from '../../../kernel/record.ts'
import { addDays, dayMs, dayOf, hourMs, startOfDay } from '../../../kernel/time.ts'
import { type DemoDutyItem, dutyItems } from '../duty-items.ts'
import { ask, type Data, holder, later, type Play } from './play.ts'

/** Items of the list that did not last: one ran out, one was ended. */
const PASSING: readonly { readonly item: DemoDutyItem; readonly lasts: 'ends' | 'expires' }[] = [
  {
    lasts: 'expires',
    item: {
      number: '3.59',
      block: '城市管理',
      name: '春节期间临时摊区疏导点设置',
      type: 'basic',
      lead: 'street',
      cooperating: ['城市管理局'],
      basis: '《城市市容和环境卫生管理条例》',
      office: '综合执法',
      categories: [],
      keywords: ['疏导点', '临时摊区'],
    },
  },
  {
    lasts: 'ends',
    item: {
      number: '6.11',
      block: '综合保障',
      name: '高龄津贴资格年度集中核查',
      type: 'cooperate',
      lead: '民政局',
      cooperating: ['street'],
      basis: '《中华人民共和国老年人权益保障法》',
      office: '民生保障',
      categories: [],
      keywords: ['高龄津贴', '核查'],
    },
  },
]
/** Items whose wording was mended once they were in use. */
const AMENDED: Readonly<Record<string, readonly string[]>> = {
  '3.4': ['夜市', '疏导点'],
  '3.27': ['烧烤店', '露天音响'],
  '4.1': ['物业更换', '交接'],
}

/** The whole list enters into force before the first appeal is dispatched by it. */
export function listsDuties(play: Play, from: number): void {
  const { world } = play
  const place = { city: world.directory.city }
  const arbiter = play.duty.unitFor('arbiter', place)
  const actor = () => holder(play, arbiter, 'arbiter')
  const validFrom = dayOf(from)
  const list = (item: DemoDutyItem, more: Data = {}): RecordState => {
    const data = { ...dataOf(item), validFrom, ...more }
    const done = ask(play, { kind: 'duty-item', command: 'list', actor: actor(), place, data })
    if (done === undefined) throw new Error(`item ${item.number} could not be listed`)
    return done
  }
  for (const item of dutyItems) {
    const { id } = list(item)
    play.duty.put({ id, item })
    const added = AMENDED[item.number]
    if (added === undefined) {
      play.settles(id)
      continue
    }
    later(play, startOfDay(addDays(validFrom, 41)) + 10 * hourMs, () => {
      const keywords = [...item.keywords, ...added]
      const data = { ...dataOf({ ...item, keywords }), validFrom }
      ask(play, { kind: 'duty-item', record: id, command: 'amend', actor: actor(), data })
    })
  }
  for (const { item, lasts } of PASSING) {
    const { id } = list(item, lasts === 'expires' ? { validTo: addDays(validFrom, 45) } : {})
    if (lasts === 'expires') continue
    later(play, from + 62 * dayMs, () => {
      const data = { endReason: '并入民政部门信息比对，不再由街道集中核查' }
      ask(play, { kind: 'duty-item', record: id, command: 'end', actor: actor(), data })
    })
  }
}

function dataOf(item: DemoDutyItem): Data {
  const { number, name, block, type, lead, cooperating, basis, categories, keywords } = item
  return { number, name, block, type, lead, cooperating, basis, categories, keywords }
}
