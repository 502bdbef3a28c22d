import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

/** Who may do what in every kind, for those who administer and those who audit. */
export const screens: Screens = {
  screens: [
    {
      path: '/access',
      nav: 'access',
      label: '权限表',
      icon: <SafetyCertificateOutlined />,
      load: () => import('./AccessPage.tsx').then((module) => module.AccessPage),
    },
  ],
  forms: [],
}
