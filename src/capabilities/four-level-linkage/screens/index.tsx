import { TeamOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of the four levels' linkage that are made by hand. */
export const screens: Screens = {
  screens: [
    {
      path: '/meetings',
      nav: 'meetings',
      label: '会议',
      icon: <TeamOutlined />,
      load: () => import('./meetings/Meetings.tsx').then((module) => module.Meetings),
    },
    {
      path: '/meetings/$id',
      label: '会议',
      load: () => import('./meetings/RunSheet.tsx').then((module) => module.RunSheet),
    },
  ],
  forms: [],
}
