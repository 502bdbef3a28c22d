import { AuditOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of reporting and appraisal that are made by hand. */
export const screens: Screens = {
  screens: [
    {
      path: '/reviews',
      nav: 'reviews',
      label: '述职',
      icon: <AuditOutlined />,
      load: () => import('./review/Reviews.tsx').then((module) => module.Reviews),
    },
    {
      path: '/reviews/$id',
      label: '述职评议会',
      load: () => import('./review/ReviewSheet.tsx').then((module) => module.ReviewSheet),
    },
  ],
  forms: [],
}
