import type { Person } from './cobuild-places.ts'

/** What is lacked and what is given, matter by matter: invented, but what neighbours do share. */
export type Matter = {
  readonly topic: string
  readonly form: string
  readonly need: string
  readonly detail: string
  readonly resource: string
  readonly conditions: string
  readonly promise: string
  readonly kept: string
  readonly done: string
  readonly thanks: string
}

const rows = `
elderly | service | 独居老人缺人定期上门看望 | 社区有高龄独居老人，网格员忙不过来 | 结对探访志愿队 | 每月两次，每次两小时，提前三天约 | 每月探访结对老人两次 | 已探访，老人的灯和水管顺手修了 | 结对老人每月探访两次，随访表交社区 | 老人认得来的人了，有事肯开口
children | talent | 暑期托管缺辅导老师 | 双职工家庭多，孩子放学没人带 | 青年辅导员八人 | 工作日晚上和周末，需有社区干部在场 | 派青年辅导暑期托管 | 已排班，每周三次作业辅导 | 托管班开了六周，每周三次辅导 | 家长放心，孩子不往网吧跑
health | service | 慢病老人量血压、问药不方便 | 最近的卫生服务站要走二十分钟 | 每月义诊小分队 | 每月一次，社区提供桌椅和遮阳 | 每月到社区义诊一次 | 义诊已办，建了慢病随访名单 | 义诊三次，建随访名单 | 老人不用挤公交去量血压
law | talent | 邻里纠纷缺专业调解 | 加装电梯、漏水纠纷多，说不清道理 | 法律顾问两名 | 周二下午坐班，可电话预约 | 每周二下午派人坐班调解 | 坐班开始，调成漏水纠纷 | 坐班八次，调解纠纷十一件 | 讲法又讲理，两家握手了
safety | equipment | 老旧楼院缺灭火器材和演练 | 楼道堆物，居民不会用灭火器 | 消防器材和演练教官 | 提前一周约，演练场地由社区协调 | 每季度组织一次消防演练 | 演练已办，补了灭火器 | 演练两场，配灭火器三十具 | 老人也会拔销子了
environment | equipment | 背街小巷卫生死角没车清 | 巷子窄，清运车进不来 | 小型清运车和清运队 | 周六上午，社区先通知住户清堆物 | 每月清一次卫生死角 | 清运已做，运走杂物两车 | 清死角九处，运走杂物六车 | 巷子亮堂了，苍蝇少了
culture | venue | 居民文艺队缺排练场地 | 现在在楼下排练，常被投诉太吵 | 职工之家排练厅 | 晚上七点到九点，用后归位，关好门窗 | 每周开放两晚排练厅 | 排练厅已开放，登记簿在用 | 每周开放两晚，排练二十场 | 不扰民了，节目还上了区里
parking | venue | 夜间停车位不够 | 晚上九点以后占道停车多 | 单位停车场错时车位 | 晚七点到早七点，车主登记，早上挪车 | 夜间开放车位三十个 | 错时车位已开放，登记二十多户 | 夜间开放车位三十个，签约二十六户 | 消防通道让出来了
employment | service | 灵活就业居民缺用工信息 | 招工信息零散，居民怕受骗 | 用工信息专列进社区 | 每月一期，社区提供公告栏 | 每月送一次用工信息 | 信息已上墙，办了小型招聘 | 送用工信息五期，十九人上岗 | 家门口就问得到工作
`

export const matters: readonly Matter[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [
      topic = '',
      form = '',
      need = '',
      detail = '',
      resource = '',
      conditions = '',
      promise = '',
      kept = '',
      done = '',
      thanks = '',
    ] = row.split('|').map((cell) => cell.trim())
    return { topic, form, need, detail, resource, conditions, promise, kept, done, thanks }
  })

/** What a unit is good for, by a word of its name. */
const lines: readonly (readonly [string, string])[] = [
  ['消防', 'safety'],
  ['应急', 'safety'],
  ['公安局交', 'parking'],
  ['交通', 'parking'],
  ['公安', 'law'],
  ['司法', 'law'],
  ['卫生', 'health'],
  ['医疗', 'health'],
  ['教育', 'children'],
  ['城市管理', 'environment'],
  ['生态', 'environment'],
  ['水务', 'environment'],
  ['民政', 'elderly'],
  ['住房', 'elderly'],
  ['供电', 'elderly'],
  ['自来水', 'elderly'],
  ['燃气', 'safety'],
  ['人力', 'employment'],
  ['税务', 'employment'],
  ['投资', 'employment'],
  ['农业', 'environment'],
]

export function matterOf({ unit }: Person): Matter {
  const topic = lines.find(([word]) => unit.includes(word))?.[1] ?? 'culture'
  const found = matters.find((one) => one.topic === topic)
  if (found === undefined) throw new Error(`no matter for ${unit}`)
  return found
}
