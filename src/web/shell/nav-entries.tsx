import { AppstoreOutlined, CheckSquareOutlined, NotificationOutlined } from '@ant-design/icons'
import { useMe } from '../api/use-me.ts'
import type { Screen } from '../screens.ts'
import { useScreens } from './registry.tsx'

const todos: Screen = { path: '/', nav: 'todo', label: '待办', icon: <CheckSquareOutlined /> }

/** The grid worker's own page. */
const grid: Screen = {
  path: '/g',
  nav: 'grid',
  label: '上报',
  icon: <NotificationOutlined />,
  apart: true,
}

/** Every kind there is, for which no screen was made by hand too. */
const all: Screen = {
  path: '/k',
  nav: 'kinds',
  label: '全部事项',
  icon: <AppstoreOutlined />,
}

/** The screens this post has work in, in the order they were registered. */
export function useNav(): readonly Screen[] {
  const { nav } = useMe()
  const { screens } = useScreens()
  const settings = screens.filter((screen) => screen.nav === 'settings')
  const others = screens.filter((screen) => screen.nav !== 'settings')
  return [todos, grid, ...others, all, ...settings].filter(
    (screen) => screen.nav !== undefined && nav.includes(screen.nav),
  )
}

/** '/settings/$what' is entered at '/settings'. */
export function entryOf(screen: Screen): string {
  return screen.path.replace(/\/\$.*$/, '')
}

export function isAt(screen: Screen, path: string): boolean {
  const entry = entryOf(screen)
  return entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`)
}
