import type { Sample, Who } from './sample.ts'

const organisation: Who = { unit: '五华区委组织部', role: 'clerk' }
const street: Who = { unit: '华山街道办事处', role: 'secretary' }

/** Part-time members, a cross post and two pairs of talents, all invented. */
export const peopleSamples: readonly Sample[] = [
  ...(['五华区城市管理局', '五华区民政局', '五华区教育体育局'] as const).map(
    (unit, index): Sample => ({
      kind: 'part-time-member',
      command: 'recommend',
      area: 530_102_001,
      by: { unit, role: 'head' },
      daysAgo: 90 - index * 20,
      data: {
        person: ['钱文舟', '卜清和', '尚景明'][index] ?? '',
        organ: { unit: '华山街道办事处' },
        from: { daysAgo: 80 - index * 20 },
        until: { daysAgo: -640 },
        duties: '参加议事会，联系本单位资源，认领共建项目',
      },
      steps: [
        { command: 'weigh', by: street, after: 3, data: { opinion: '同意，请发挥单位资源优势' } },
        ...(index === 2 ? [] : [{ command: 'approve', by: organisation, after: 4 }]),
        ...(index === 0
          ? (['own', 'unit'] as const).map((whose) => ({
              command: 'contribute',
              by: { unit, role: 'clerk' } as const,
              after: 12,
              data: {
                whose,
                deed: whose === 'own' ? '参加街道议事会并认领一个项目' : '开放会议室供社区使用',
              },
            }))
          : []),
      ],
    }),
  ),
  {
    kind: 'cross-post',
    command: 'propose',
    area: 530_102_001,
    by: { unit: '五华区民政局', role: 'head' },
    daysAgo: 70,
    data: {
      person: '温如松',
      homePost: '社会救助科科长',
      host: { unit: '华山街道办事处' },
      hostPost: '党工委兼职副书记',
      from: { daysAgo: 55 },
      until: { daysAgo: -300 },
    },
    steps: [
      { command: 'agree', by: street, after: 4 },
      { command: 'approve', by: organisation, after: 6 },
    ],
  },
  ...(['华山街道文林社区', '华山街道北门社区'] as const).map((community, index): Sample => ({
    kind: 'talent-pair',
    command: 'offer',
    area: 530_102_001,
    by: { unit: '五华区司法局', role: 'head' },
    daysAgo: 50 - index * 45,
    data: {
      mentor: index === 0 ? '谷雨田' : '方知行',
      learner: index === 0 ? '梅小溪' : '叶向晚',
      learnerUnit: { unit: community },
      plan: '每月一次调解实务带教，半年能独立主持',
      until: { daysAgo: -130 },
    },
    steps:
      index === 0
        ? [
            { command: 'agree', by: { unit: community, role: 'secretary' }, after: 2 },
            {
              command: 'meet',
              by: { unit: '五华区司法局', role: 'clerk' },
              after: 10,
              data: { metOn: { daysAgo: 38 }, words: '旁听一次调解' },
            },
          ]
        : [],
  })),
]
