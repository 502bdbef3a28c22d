import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazy, type FunctionComponent } from 'react'
import { query } from '../api/client.ts'
import { CataloguePage } from '../catalogue/CataloguePage.tsx'
import { HelpPage } from '../help/HelpPage.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { RecordPage } from '../record/RecordPage.tsx'
import type { Screen, Screens } from '../screens.ts'
import { Broken, NotHere } from './Broken.tsx'
import { Home } from './Home.tsx'
import { NoticesPage } from './NoticesPage.tsx'
import { PageWaiting } from './PageWaiting.tsx'
import { Root } from './Root.tsx'
import { StartPage } from './StartPage.tsx'

/** The shell's own addresses and those of the registered screens. */
export function makeRouter({ screens }: Screens) {
  const root = createRootRoute({ component: Root, notFoundComponent: NotHere })
  const pages: readonly (readonly [string, FunctionComponent])[] = [
    ['/', Home],
    ['/r/$id', RecordPage],
    ['/k', CataloguePage],
    ['/k/$kind', ListPage],
    ['/help/$kind', HelpPage],
    ['/new/$kind/$command', StartPage],
    [
      '/import/$kind/$command',
      pageOf(() => import('../import/ImportPage.tsx').then((m) => m.ImportPage)),
    ],
    ['/notices', NoticesPage],
    ...screens.flatMap(({ path, load }) =>
      load === undefined ? [] : [[path, pageOf(load)] as const],
    ),
  ]
  const routes = pages.map(([path, component]) =>
    createRoute({ getParentRoute: () => root, path, component }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: Broken,
    defaultPendingComponent: PageWaiting,
    scrollRestoration: true,
    // Addresses hold plain words; the router's own form would write numbers and quotes otherwise.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (values: Record<string, string>) => query(values),
  })
}

/** A screen is fetched when it is first entered. */
function pageOf(load: NonNullable<Screen['load']>): FunctionComponent {
  const Page = lazy(async () => ({ default: await load() }))
  return function LoadedPage() {
    return <Page />
  }
}
