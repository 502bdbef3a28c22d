import { ApartmentOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens by which a city changes its areas and organs. */
export const screens: Screens = {
  screens: [
    {
      path: '/reorganisation',
      nav: 'reorganisation',
      label: '区划',
      icon: <ApartmentOutlined />,
      load: () => import('./Reorganisations.tsx').then((module) => module.Reorganisations),
      starts: ['reorganisation/draft'],
      lists: 'reorganisation',
    },
    {
      path: '/reorganisation/new',
      label: '拟定区划机构调整',
      load: () => import('./DraftPage.tsx').then((module) => module.DraftPage),
    },
    {
      path: '/reorganisation/$id',
      label: '区划机构调整',
      load: () => import('./OnePage.tsx').then((module) => module.OnePage),
    },
  ],
  forms: [
    {
      on: 'reorganisation/approve',
      load: () => import('./ApproveForm.tsx').then((module) => module.ApproveForm),
    },
    {
      on: 'reorganisation/amend',
      load: () => import('./AmendForm.tsx').then((module) => module.AmendForm),
    },
  ],
}
