import { UserSwitchOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

/** Who stands in for whom during leave. */
export const screens: Screens = {
  screens: [
    {
      path: '/deputies',
      nav: 'deputies',
      label: '请假代理',
      icon: <UserSwitchOutlined />,
      load: () => import('./DeputyPage.tsx').then((module) => module.DeputyPage),
    },
  ],
  forms: [],
}
