import type { Fields } from '../../../kernel/field.ts'

const community = ['community'] as const

/** Kinds of service, each with the field that sums its hours. */
export const services = [
  { value: 'volunteer', label: '志愿服务' },
  { value: 'post', label: '认领岗位' },
  { value: 'skill', label: '专业特长' },
  { value: 'emergency', label: '应急值守' },
] as const

type Service = (typeof services)[number]['value']
export const hoursField = {
  volunteer: 'volunteerHours',
  post: 'postHours',
  skill: 'skillHours',
  emergency: 'emergencyHours',
} as const satisfies Record<Service, string>

/** Where the sum of the year before stays, for the unit's balance is drawn in the next. */
export const lastHoursField = {
  volunteer: 'lastVolunteerHours',
  post: 'lastPostHours',
  skill: 'lastSkillHours',
  emergency: 'lastEmergencyHours',
} as const satisfies Record<Service, string>

const hours = (label: string) => ({ type: 'number', label }) as const

/** Home and name are the community's alone to know: the unit's colleagues never see this record. */
export const fields = {
  promise: { type: 'text', label: '承诺事项', required: true, min: 2, max: 100 },
  member: { type: 'contact', label: '在职党员', required: true, seenBy: community },
  unit: { type: 'unit', label: '所在单位', required: true },
  community: { type: 'unit', label: '报到社区' },
  target: { type: 'unit', label: '迁往社区', of: ['community'] },
  sort: { type: 'choice', label: '服务种类', options: services },
  hours: { type: 'number', label: '小时', min: 1, max: 24 },
  onDay: { type: 'day', label: '日期', default: 'today' },
  year: { type: 'number', label: '服务年度' },
  volunteerHours: hours('志愿服务小时'),
  postHours: hours('认领岗位小时'),
  skillHours: hours('专业特长小时'),
  emergencyHours: hours('应急值守小时'),
  lastYear: { type: 'number', label: '上一服务年度' },
  lastVolunteerHours: hours('上一年度志愿服务小时'),
  lastPostHours: hours('上一年度认领岗位小时'),
  lastSkillHours: hours('上一年度专业特长小时'),
  lastEmergencyHours: hours('上一年度应急值守小时'),
  /** Whether the unit has told how many members it has: without it there is no base to count over. */
  based: { type: 'flag', label: '所在单位已报党员总数' },
  inEmergency: { type: 'flag', label: '参与过应急' },
  summary: { type: 'code', label: '年度小结', max: 300 },
  reason: { type: 'text', label: '理由', max: 200 },
} as const satisfies Fields
