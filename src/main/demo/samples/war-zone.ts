import type { Sample } from './sample.ts'

const street = '华山街道办事处'
const area = '五华区/华山街道'
const [management, fire, water] = ['五华区城市管理局', '五华区消防救援大队', '五华区水务局']
const by = (unit: string, role: 'clerk' | 'head' | 'leader' | 'secretary') => ({ unit, role })
const arrives = (unit: string) => ({
  command: `force/${unit}/arrive`,
  by: by(unit, 'clerk'),
  after: 0.02,
})
const handles = (unit: string, result: string) => ({
  command: `force/${unit}/handle`,
  by: by(unit, 'clerk'),
  after: 0.2,
  data: { result },
})
const zone = (unit: string, place: string, daysAgo: number): Sample => ({
  name: `zone ${unit}`,
  kind: 'war-zone-command',
  command: 'form',
  area: place,
  by: by('中共五华区委员会', 'leader'),
  daysAgo,
  data: {
    title: `${unit.replace('办事处', '')}战区`,
    forces: { units: [management, fire, water] },
  },
})

/** A street that works as a zone: formed, once in emergency, orders given and judged. */
export const warZoneSamples: readonly Sample[] = [
  {
    ...zone(street, area, 130.5),
    steps: [
      {
        command: `force/${management}/report`,
        by: by(management, 'head'),
        after: 2,
        data: { team: '执法 6、协管 12' },
      },
      {
        command: 'toEmergency',
        by: by(street, 'secretary'),
        after: 60,
        data: { reason: '暴雨橙色预警' },
      },
      { command: 'toDaily', by: by(street, 'secretary'), after: 2 },
    ],
  },
  zone('护国街道办事处', '五华区/护国街道', 129.5),
  {
    kind: 'zone-order',
    command: 'order',
    area,
    by: by(street, 'secretary'),
    daysAgo: 67.5,
    data: {
      matter: '低洼路段积水，封控引导、强排、转移车辆。',
      forces: { units: [management, water] },
    },
    steps: [
      arrives(management),
      arrives(water),
      handles(management, '封控路口三处。'),
      handles(water, '两台泵车强排，积水已退。'),
      { command: 'withdraw', by: by(street, 'secretary'), after: 0.2 },
    ],
  },
  {
    kind: 'zone-order',
    command: 'order',
    area,
    by: by(street, 'secretary'),
    daysAgo: 2.5,
    data: { matter: '沿街商铺消防通道集中清理。', forces: { units: [management, fire] } },
    steps: [arrives(management)],
  },
  {
    kind: 'zone-personnel-advice',
    command: 'advise',
    area,
    by: by(street, 'secretary'),
    daysAgo: 20.5,
    data: {
      body: '城市管理局派驻华山街道中队',
      head: '（演示人员）',
      department: { unit: management },
      opinion: '汛期值守表现突出，建议予以表扬。',
    },
  },
]
