import { AuditOutlined, FileProtectOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

/** What the security administrator and the auditor have to do. */
export const screens: Screens = {
  screens: [
    {
      path: '/oversight',
      nav: 'oversight',
      label: '安全管理',
      icon: <FileProtectOutlined />,
      load: () => import('./OversightPage.tsx').then((module) => module.OversightPage),
    },
    {
      path: '/security-log',
      nav: 'security-log',
      label: '安全日志',
      icon: <AuditOutlined />,
      load: () => import('./LogPage.tsx').then((module) => module.LogPage),
    },
  ],
  forms: [],
}
