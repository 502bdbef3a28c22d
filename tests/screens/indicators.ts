import type { Shot } from './shot.ts'

const all = { login: 'lingdao', path: '/indicators', shows: '本地区' } as const
const one = { login: 'lingdao', path: '/indicators/F01', shows: '怎么算' } as const

/** The list of figures, and the page of one: its value, formula, periods and what stands behind it. */
export const indicatorShots: readonly Shot[] = [
  { ...all, name: 'indicators', state: 'normal' },
  { ...all, name: 'indicators-print', state: 'normal', print: true },
  {
    ...all,
    name: 'indicators-empty',
    path: `/indicators?q=${encodeURIComponent('不存在的词')}`,
    state: 'empty',
    shows: '没有找到',
  },
  {
    ...all,
    name: 'indicators-failing',
    state: 'failing',
    shows: '请稍后再试',
    asks: '/api/indicators?*',
  },
  {
    ...all,
    name: 'indicators-loading',
    state: 'loading',
    shows: '指标',
    asks: '/api/indicators?*',
  },
  { ...one, name: 'indicator', state: 'normal' },
  { ...one, name: 'indicator-print', state: 'normal', print: true },
  {
    ...one,
    name: 'indicator-failing',
    state: 'failing',
    shows: '请稍后再试',
    asks: '/api/indicators/F01?*',
  },
  {
    ...one,
    name: 'indicator-loading',
    state: 'loading',
    shows: '取消',
    asks: '/api/indicators/F01?*',
  },
  {
    ...one,
    name: 'indicator-street',
    path: '/indicators/N14?area=530102001&period=quarter',
    state: 'normal',
    shows: '各社区',
  },
  { ...one, name: 'indicator-share', path: '/indicators/N13', state: 'normal', shows: '满意率' },
  {
    ...one,
    name: 'indicator-absent',
    path: '/indicators/none',
    state: 'normal',
    shows: '地址里的指标不存在',
  },
]
