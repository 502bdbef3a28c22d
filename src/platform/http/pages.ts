import { existsSync } from 'node:fs'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { absent } from './errors.ts'

/** The built pages: residents' at '/r', the grid worker's at '/g', officials' at any other address
 *  that is no file. */
export async function pages(app: FastifyInstance, deps: HttpDeps): Promise<void> {
  const folder = deps.web
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (folder !== undefined && built)
    await app.register(statics, {
      root: folder,
      index: false,
      setHeaders: (reply, path) => {
        const fixed = path.includes(`${join(folder, 'assets')}`)
        reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !path.includes('.')
    if (isPage && built)
      return reply.header('cache-control', 'no-cache').sendFile(ownPages.get(path) ?? 'index.html')
    throw absent(built ? undefined : '页面还没有构建，请先运行 npm run prepare')
  })
  if (built)
    app.get('/', (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
}

/** What lies under these addresses, such as '/r/<id>', is the officials'. */
const ownPages = new Map([
  ['/r', 'residents.html'],
  ['/g', 'grid.html'],
])
