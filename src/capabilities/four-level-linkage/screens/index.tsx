import { ApartmentOutlined, BulbOutlined, FlagOutlined, TeamOutlined } from '@ant-design/icons'
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
    {
      path: '/linkage',
      nav: 'linkage',
      label: '联动',
      icon: <ApartmentOutlined />,
      load: () => import('./linkage/Linkage.tsx').then((module) => module.Linkage),
    },
    {
      path: '/experience',
      nav: 'experience',
      label: '经验',
      icon: <BulbOutlined />,
      load: () => import('./experience/Library.tsx').then((module) => module.Library),
    },
    {
      path: '/experience/$id',
      label: '经验',
      load: () => import('./experience/Article.tsx').then((module) => module.Article),
    },
    {
      path: '/guidance',
      nav: 'guidance',
      label: '分类指导',
      icon: <FlagOutlined />,
      load: () => import('./guidance/Guidance.tsx').then((module) => module.Guidance),
    },
  ],
  forms: [],
}
