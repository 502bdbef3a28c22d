/** What secretaries of a district's streets might say in their reports, made up for the demo. */
const matters = [
  ['老旧小区停车', '协调三家驻区单位错时开放车位'],
  ['楼道堆物和充电', '逐楼清理，装集中充电棚'],
  ['夜间施工噪声', '和住建、城管每周碰头排时段'],
  ['背街小巷照明', '把缺灯路段列成清单逐盏补'],
  ['小区党组织覆盖', '先从有物业的小区组建，再到散居楼栋'],
  ['社区食堂', '腾出两处闲置房，请居民自己定菜价'],
] as const

export function bodyOf(sort: string, place: number): string {
  const [matter, measure] = matters[place % matters.length] ?? matters[0]
  switch (sort) {
    case 'urban':
      return `我到每个社区都开过现场会，小区党支部按片组建。${matter}是大家说得最多的，我们${measure}。`
    case 'problems':
      return `上年点评指出的问题我一直挂在心上，${matter}已有起色，没有销号的一条原因在我抓得不紧，今年接着改。`
    case 'response':
      return `诉求解决的数附在后面。没有解决的多是${matter}，需要几家一起办，我每周过一遍。`
    case 'promises':
      return `年初向居民公开承诺办好${matter}，${measure}，兑现情况在社区公示过。`
    case 'dispatch':
      return `每月调度一次，先看上月定的事办没办，再定下月的。`
    case 'question':
      return `这道题我答三句：底数摸清了，办法试出来了，最难的产权问题还要上级帮着协调。`
    default:
      return `不足有两条：一是${matter}反复，二是社区报表还没有减到位。下一年先办这两件。`
  }
}

export function partsOf(place: number) {
  const [matter, measure] = matters[place % matters.length] ?? matters[0]
  return {
    effect: `领办${matter}，${measure}，已经见效。`,
    problems: '进度前松后紧，一处点位协调了四个月才开工。',
    measures: '下一年每季度到点位看一次，办成一件销一件。',
  }
}

export function remarkOf(place: number): string {
  const [matter] = matters[(place + 2) % matters.length] ?? matters[0]
  return `讲得实在，但${matter}还停在做法上，见效要有数。`
}

/** The problem a comment points out. */
export function problemOf(place: number): string {
  const [matter] = matters[(place + 2) % matters.length] ?? matters[0]
  return `${matter}见效慢，没有用数说明`
}
