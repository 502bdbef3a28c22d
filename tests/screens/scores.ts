import type { Shot } from './shot.ts'

const page = { login: 'lingdao', path: '/scores', shows: '得分和区间' } as const
const trial = { ...page, path: '/scores?try=1', shows: '假设试算' } as const

/** Units scored: their points with bounds on one axis, what stands behind each, what is tried. */
export const scoreShots: readonly Shot[] = [
  { ...page, name: 'scores', state: 'normal' },
  { ...page, name: 'scores-print', state: 'normal', print: true },
  {
    ...page,
    name: 'scores-unit',
    state: 'normal',
    whole: true,
    act: async (at) => {
      await at.getByRole('button', { name: '华山街道办事处' }).click()
      await at.getByText('范围内的全部事项').waitFor()
    },
  },
  { ...trial, name: 'scores-trial', state: 'normal', whole: true },
  {
    ...page,
    name: 'scores-own',
    login: 'huashan-fuze',
    state: 'normal',
    shows: '华山街道办事处',
  },
  {
    ...page,
    name: 'scores-failing',
    state: 'failing',
    shows: '请稍后再试',
    asks: '/api/scores/readings?*',
  },
  {
    ...page,
    name: 'scores-loading',
    state: 'loading',
    shows: '评分',
    asks: '/api/scores/readings?*',
  },
]
