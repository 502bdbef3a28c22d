import { siteSamples } from './experience-sites.ts'
import { experienceWritten, type Written } from './experience-texts.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

const reviewer: Who = { unit: '市委组织部', role: 'head' }
const clerk = (unit: string): Who => ({ unit, role: unit.endsWith('社区') ? 'worker' : 'clerk' })

const experienceSamples: readonly Sample[] = experienceWritten.map((one, index) => ({
  name: `case-${index}`,
  kind: 'experience-case',
  command: 'submit',
  area: one.area,
  by: clerk(one.unit),
  daysAgo: 100.4 - index * 3,
  data: dataOf(one),
  steps: afterwards(one.ends),
}))

function dataOf(one: Written): NonNullable<Sample['data']> {
  const { name, theme, problem, mechanism, result, conditions, body, site } = one
  const linked = site === undefined ? {} : { site: { sample: `site-${site}` } }
  return { name, theme, problem, mechanism, result, conditions, body, ...linked }
}

function afterwards(ends: Written['ends']): readonly SampleStep[] {
  if (ends === 'reviewing') return []
  if (ends === 'returned')
    return [
      {
        command: 'sendBack',
        by: reviewer,
        after: 4,
        data: { opinion: '成效请写出起止时间和基数' },
      },
    ]
  return [{ command: 'publish', by: reviewer, after: 4, data: { opinion: '做法具体，数据有出处' } }]
}

const adoptions: readonly (readonly [number, string, string, string, string, string?])[] = [
  [
    0,
    '拓东街道办事处',
    '盘龙区/拓东街道',
    '夜间诉求拓东接单',
    '夜市一条街设值守点，九点到凌晨',
    '两个月夜间到场中位数由七十分钟降到三十八分钟',
  ],
  [0, '关上街道办事处', '官渡区/关上街道', '夜间联勤到关上', '与派出所合用值班室，按路段分三组'],
  [
    1,
    '护国街道办事处',
    '五华区/护国街道',
    '楼道口议事',
    '没有院落，改在楼道口议，半小时散会',
    '三十栋楼议成十九件',
  ],
  [1, '金碧街道办事处', '西山区/金碧街道', '院坝议事到金碧', '与周末集市同时开，居民顺路参加'],
  [
    2,
    '西苑街道办事处',
    '西山区/西苑街道',
    '窗口按事受理',
    '先从社保、住房两类事试起',
    '平均跑动由二点三次降到一点二次',
  ],
  [4, '大观街道办事处', '五华区/大观街道', '骑手歇脚点', '在河边步道设两处，商户认领用电'],
]

const adoptionSamples: readonly Sample[] = adoptions.map(
  ([index, unit, area, title, ownWay, effect], at) => ({
    kind: 'experience-adoption',
    command: 'adopt',
    area,
    by: clerk(unit),
    daysAgo: 70.4 - at,
    data: {
      origin: { sample: `case-${index}` },
      title,
      ownWay,
      scope: '先试两个社区，三个月后看效果',
      target: '参照原做法，不低于它的一半',
      reportOn: { daysAgo: effect === undefined ? -25 : 20 },
    },
    ...(effect === undefined
      ? {}
      : { steps: [{ command: 'reportEffect', by: clerk(unit), after: 45, data: { effect } }] }),
  }),
)

/** Demonstration sites of the demo city, what was learnt there, and who took it over. */
export const experienceLibrarySamples: readonly Sample[] = [
  ...siteSamples,
  ...experienceSamples,
  ...adoptionSamples,
]
