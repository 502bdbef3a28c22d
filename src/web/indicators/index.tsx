import { LineChartOutlined } from '@ant-design/icons'
import type { Screens } from '../screens.ts'

/** Every declared figure: the list of them, and a page for each. */
export const screens: Screens = {
  screens: [
    {
      path: '/indicators',
      nav: 'indicators',
      label: '指标',
      icon: <LineChartOutlined />,
      load: () => import('./IndicatorList.tsx').then((module) => module.IndicatorList),
    },
    {
      path: '/indicators/$id',
      label: '指标',
      load: () => import('./IndicatorPage.tsx').then((module) => module.IndicatorPage),
    },
  ],
  forms: [],
}
