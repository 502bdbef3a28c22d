import { SettingOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

const load = () => import('./Settings.tsx').then((module) => module.Settings)

/** What administrators set up. */
export const screens: Screens = {
  screens: [
    {
      path: '/settings/$what',
      nav: 'settings',
      label: '设置',
      icon: <SettingOutlined />,
      load,
    },
    { path: '/settings', label: '设置', load },
    { path: '/settings/lists/$name', label: '设置', load },
  ],
  forms: [],
}
