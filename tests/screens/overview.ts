import type { Shot } from './shot.ts'

const seen = { login: 'lingdao', path: '/overview', shows: '各街道' } as const
const asks = '/api/overview?*'

/** The overview from the district down to a community, and a list behind one of its numbers. */
export const overviewShots: readonly Shot[] = [
  { ...seen, name: 'overview', state: 'normal' },
  { ...seen, name: 'overview-print', state: 'normal', print: true },
  { ...seen, name: 'overview-failing', state: 'failing', shows: '请稍后再试', asks },
  { ...seen, name: 'overview-loading', state: 'loading', shows: '一屏', asks },
  { ...seen, name: 'overview-cut', state: 'failing', shows: '正在重连', asks: '/api/live' },
  {
    ...seen,
    name: 'overview-street',
    path: '/overview?area=530102001&period=30',
    state: 'normal',
    shows: '各社区',
  },
  {
    ...seen,
    name: 'overview-small',
    path: '/overview?area=530102001001',
    state: 'normal',
    shows: '在办清单',
  },
  {
    ...seen,
    name: 'overview-empty',
    path: '/overview?kind=instruction&area=530102001001&period=today',
    state: 'normal',
    shows: '这段时间没有',
  },
  {
    ...seen,
    name: 'overview-past',
    path: '/overview?from=2026-07-01&to=2026-08-31&compare=0',
    state: 'normal',
    shows: '期间新超时',
  },
  {
    ...seen,
    name: 'appeals-behind',
    path: '/appeals?area=530102&measure=reopened&from=2026-07-01&to=2026-12-31',
    state: 'normal',
    shows: '计入“重办”的',
  },
]
