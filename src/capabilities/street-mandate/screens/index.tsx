import { UnorderedListOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of the streets' duty list. */
export const screens: Screens = {
  screens: [
    {
      path: '/duty-list',
      nav: 'duty-list',
      label: '清单',
      icon: <UnorderedListOutlined />,
      load: () => import('./DutyList.tsx').then((module) => module.DutyList),
    },
  ],
  forms: [],
}
