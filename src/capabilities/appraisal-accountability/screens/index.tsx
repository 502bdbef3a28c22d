import { AuditOutlined, DotChartOutlined } from '@ant-design/icons'
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
    {
      path: '/reports',
      label: '述职报告',
      lists: 'secretary-report',
      load: () => import('./report/Reports.tsx').then((module) => module.Reports),
    },
    {
      path: '/reports/$id',
      label: '述职报告',
      load: () => import('./report/ReportDesk.tsx').then((module) => module.ReportDesk),
    },
    {
      path: '/scores',
      nav: 'scores',
      label: '评分',
      icon: <DotChartOutlined />,
      load: () => import('./scores/Scores.tsx').then((module) => module.Scores),
    },
  ],
  forms: [],
}
