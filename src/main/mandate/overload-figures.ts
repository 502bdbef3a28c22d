/** A number on a street's page: which counts it adds, and the list behind it. */
export type Figure = {
  readonly label: string
  readonly kind: string
  /** 'kind:open', 'kind:year' or 'kind:<state>'. */
  readonly of: readonly string[]
  readonly query: string
  readonly year: boolean
}

function open(label: string, kind: string): Figure {
  return { label, kind, of: [`${kind}:open`], query: '&open=1', year: false }
}

function thisYear(label: string, kind: string): Figure {
  return { label, kind, of: [`${kind}:year`], query: '', year: true }
}

function inStates(label: string, kind: string, states: readonly string[]): Figure {
  const of = states.map((state) => `${kind}:${state}`)
  return { label, kind, of, query: `&state=${states.join(',')}`, year: false }
}

/** What a street carries. A kind the product does not have is left out. */
export const loadFigures: readonly Figure[] = [
  open('部门下派、正在办的任务', 'street-task'),
  thisYear('今年接受的检查考核', 'street-inspection'),
  open('正在办的居民诉求', 'resident-appeal'),
  thisYear('今年办理的居民诉求', 'resident-appeal'),
  thisYear('今年吹哨', 'street-whistle'),
  thisYear('今年处置的巡查问题', 'grid-finding'),
  inStates('还在承担的招商、协税任务', 'street-task-removal', ['carrying', 'planned', 'relapsed']),
  thisYear('今年退回或反映的违规下派', 'refused-task'),
  open('挂着的机构和牌子', 'counterpart-and-plaque-ban'),
]

/** What it has to carry it with, besides posts and money. */
export const capacityFigures: readonly Figure[] = [
  inStates('已承接的职权', 'street-empowerment', ['acknowledged', 'exercised']),
]

/** The six mechanisms that are to bring load and capacity together, and their records. */
export const mechanisms: readonly {
  readonly label: string
  readonly about: string
  readonly kinds: readonly string[]
}[] = [
  { label: '党建引领', about: '联席会议、四级联动', kinds: ['meeting-body', 'level-task'] },
  {
    label: '职责准入',
    about: '清单、准入、违规下派',
    kinds: ['street-duty-admission', 'street-task', 'refused-task'],
  },
  {
    label: '资源下沉',
    about: '派驻力量、综合平台',
    kinds: ['stationed-force-command', 'force-order', 'four-platforms'],
  },
  {
    label: '权力调整',
    about: '赋权、职权行使、处罚事项',
    kinds: ['street-empowerment', 'power-exercise', 'penalty-delegation'],
  },
  {
    label: '考核评估',
    about: '检查考核、街道考评',
    kinds: ['street-inspection', 'street-inspection-approval', 'street-appraisal'],
  },
  {
    label: '信息共享',
    about: '诉求、巡查、吹哨',
    kinds: ['resident-appeal', 'grid-finding', 'street-whistle'],
  },
]
