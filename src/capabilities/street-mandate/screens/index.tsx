import { ApartmentOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of what a street answers for and what may be sent to it. */
export const screens: Screens = {
  screens: [
    {
      path: '/mandate',
      nav: 'mandate',
      label: '职责准入',
      icon: <ApartmentOutlined />,
      load: () => import('./mandate/Mandate.tsx').then((module) => module.Mandate),
    },
    {
      path: '/overload/$street',
      label: '街道负担',
      load: () => import('./mandate/Overload.tsx').then((module) => module.Overload),
    },
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
