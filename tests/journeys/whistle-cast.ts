import type { More } from './main-job-city.ts'
import { unitNamed } from './main-job-stage.ts'

export const names = {
  street: '华山街道办事处',
  lead: '五华区城市管理局',
  late: '市公安局五华分局',
  disputing: '五华区住房和城乡建设局',
} as const
/** Those it is about, by what they do. */
export const unit = {
  street: unitNamed(names.street),
  lead: unitNamed(names.lead),
  late: unitNamed(names.late),
  disputing: unitNamed(names.disputing),
}
const clerk = (login: string, at: string) => ({ login, unit: at, role: 'clerk' as const })

/** The city of the journey: people of two more departments, and an arrival limit of a minute. */
export const more: More = {
  people: [clerk('gongan', names.late), clerk('zhujian', names.disputing)],
  posts: [
    clerk('gongan', '五华区教育体育局'),
    clerk('zhujian', '五华区教育体育局'),
    clerk('bianban', '五华区教育体育局'),
  ],
  // Short enough to be waited for, long enough for a department that comes at once.
  limits: { 'whistle.arrive.enforcement': { qty: 1, unit: 'minute' } },
}
