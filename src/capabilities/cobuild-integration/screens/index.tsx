import { ShopOutlined } from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of working together that are made by hand. */
export const screens: Screens = {
  screens: [
    {
      path: '/market',
      nav: 'market',
      label: '共建',
      icon: <ShopOutlined />,
      load: () => import('./market/Market.tsx').then((module) => module.Market),
    },
    {
      path: '/market/balance/$id',
      label: '共建账',
      load: () => import('./market/BalancePage.tsx').then((module) => module.BalancePage),
    },
  ],
  forms: [],
}
