import type { Screens } from '../screens.ts'

/** One's own account. It is reached from the person's menu. */
export const screens: Screens = {
  screens: [
    {
      path: '/account',
      label: '账号与安全',
      load: () => import('./AccountPage.tsx').then((module) => module.AccountPage),
    },
  ],
  forms: [],
}
