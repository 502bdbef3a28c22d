import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { absent } from './errors.ts'
import { pagePolicy } from './fixed-headers.ts'

/** The built pages: residents' at '/r', the grid worker's at '/g', officials' at any other address
 *  that is no file. */
export async function pages(app: FastifyInstance, deps: HttpDeps): Promise<void> {
  const folder = deps.web
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (folder !== undefined && built)
    await app.register(statics, {
      root: folder,
      index: false,
      wildcard: false,
      globIgnore: ['**/*.html'],
      setHeaders: (reply, path) => {
        const fixed = path.includes(`${join(folder, 'assets')}`)
        reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
        // A worker asks by the policy of its own file, not of the page that registered it.
        reply.header('content-security-policy', pagePolicy())
      },
    })
  const show = built ? await showPages(folder) : undefined
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const [path = ''] = request.url.split('?')
    const isPage = request.method === 'GET' && !noPage.test(path)
    if (isPage && show !== undefined) return show(path, reply)
    throw absent(built ? undefined : '页面还没有构建，请先运行 npm run prepare')
  })
  if (show !== undefined) app.get('/', (_, reply) => show('/', reply))
}

/** No page of ours has a file's ending or an empty step in its address. */
const noPage = /^\/api\/|\.|\/\//

const mark = '__NONCE__'

/** Each answer of a page that asks for a nonce has its own, so neither it nor its headers may be
 *  kept apart from each other. */
async function showPages(folder: string) {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const [officials, residents, grid] = await Promise.all(
    ['index.html', 'residents.html', 'grid.html'].map(read),
  )
  // What lies under these addresses, such as '/r/<id>', is the officials'.
  const own = new Map([
    ['/r', residents],
    ['/g', grid],
  ])
  return (path: string, reply: FastifyReply) => {
    const page = own.get(path) ?? officials ?? ''
    const nonce = page.includes(mark) ? randomBytes(18).toString('base64') : undefined
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .send(nonce === undefined ? page : page.replaceAll(mark, nonce))
  }
}
