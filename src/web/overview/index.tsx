import { DashboardOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

/** One screen for whoever leads in an area: of every kind that counts. */
export const screens: Screens = {
  screens: [
    {
      path: '/overview',
      nav: 'overview',
      label: '一屏',
      icon: <DashboardOutlined />,
      load: () => import('./Overview.tsx').then((module) => module.Overview),
    },
  ],
  forms: [],
}
