import { httpDeps } from '../../src/main/http-deps.ts'
import { openPlatform } from '../../src/main/wiring.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { manyKinds } from './many-kinds.ts'

/** The product's server on a given database, with a given number of kinds. */
const [url = '', home = '', count = ''] = process.argv.slice(2)
const platform = await openPlatform({ url, home, say: () => undefined })
const registry = manyKinds(Number(count))
const app = await buildServer(
  httpDeps({
    platform: { ...platform, deps: { ...platform.deps, registry } },
    home,
    first: undefined,
    progress: () => undefined,
    notReady: () => undefined,
  }),
)
process.send?.({ address: await app.listen({ host: '127.0.0.1', port: 0 }) })
