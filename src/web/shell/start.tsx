import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createRoot } from 'react-dom/client'
import { makeQueries } from '../api/queries.ts'
import { watchTouch } from '../api/touched.ts'
import { dropOldDrafts } from '../forms/draft.ts'
import { keepToStylePolicy, styleNonce } from '../look/page-styles.ts'
import { theme } from '../look/theme.ts'
import '../look/look.css'
import '../look/print.css'
import { joinScreens, type Screens } from '../screens.ts'
import { register, Registry } from './registry.tsx'
import { makeRouter } from './router.tsx'

/** Puts the officials' app on the page, with the screens that the capabilities brought. */
export function start(all: readonly Screens[]): void {
  dayjs.locale('zh-cn')
  dropOldDrafts(localStorage, Date.now())
  watchTouch(window)
  const nonce = styleNonce()
  keepToStylePolicy(nonce)
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const screens = joinScreens(all)
  const registered = register(screens)
  const router = makeRouter(screens)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(
    <QueryClientProvider client={makeQueries()}>
      <ConfigProvider
        locale={zhCN}
        theme={calm ? { ...theme, token: { ...theme.token, motion: false } } : theme}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
      >
        <App message={{ maxCount: 3, top: 56 }}>
          <Registry value={registered}>
            <RouterProvider router={router} />
          </Registry>
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  )
}
