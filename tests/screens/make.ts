import { randomUUID } from 'node:crypto'
import { answerAppeal, signIn } from '../journeys/official.ts'
import { areaNamed, unitNamed } from '../journeys/main-job-stage.ts'
import type { Made } from './shot.ts'

const community = areaNamed('五华山社区居民委员会')
const long =
  '我们这栋楼一共六层，每层四户，大多数住的是退休老人。从今年三月开始，一楼临街的门面改成了快餐店，抽油烟机的排烟口正对着居民楼的内天井，从早上五点半一直排到晚上十一点，二楼以上的窗户全年不敢打开，晾的衣服全是油烟味，家里有孩子长期咳嗽。'

/** Puts into the city what the pictures are to show: waiting, in hand, very long, answered. */
export async function makeWork(url: string): Promise<Made> {
  const desk = await signIn(url, 'wuhua')
  const clerk = await signIn(url, 'huashan')
  const register = async (detail: string, title: string) => {
    const data = { title, detail, spot: '东门外人行道', channel: 'phone', reporter }
    const answer = await desk.post('/api/resident-appeal/register', { area: community, data })
    return textIn(answer, 'id')
  }
  const waiting = await register(
    '小区东门外每晚有流动摊贩占道摆摊，出门没法走。',
    '东门外流动摊贩占道',
  )
  const handled = await register('人行道上每天早上有人占道摆摊卖菜，轮椅过不去。', '人行道早市占道')
  await desk.post(`/api/resident-appeal/${handled}/dispatch`, {
    data: { lead: unitNamed('华山街道办事处'), category: '0103', limitClass: 'general' },
  })
  await clerk.post(`/api/resident-appeal/${handled}/sign`, { data: {} })
  await clerk.post(`/api/resident-appeal/${handled}/contact`, {
    data: { how: 'phone', words: '约了明天上午到现场看。' },
  })
  const words = long.repeat(12)
  const longest = await register(words, long.slice(0, 60))
  return { url, waiting, handled, long: longest, own: await ownAppeal(url) }
}

const reporter = { name: '赵女士', phone: '15400012345' }

/** Asked by a resident and answered by the street, so that it can be judged. */
async function ownAppeal(url: string): Promise<Made['own']> {
  const response = await fetch(`${url}/api/public/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({
      ask: randomUUID(),
      area: community,
      data: { detail: '巷口路灯连续一周不亮，晚上看不清路，老人摔过一次。', reporter },
    }),
  })
  const answer: unknown = await response.json()
  const own = { number: textIn(answer, 'number'), code: textIn(answer, 'code') }
  await answerAppeal(url, own.number, '您好，巷口 14、15 号路灯已更换灯头，当晚恢复照明。')
  return own
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const found: unknown = Object.entries(value).find(([own]) => own === name)?.[1]
  return typeof found === 'string' ? found : ''
}
