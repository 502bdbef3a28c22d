import type { ShapeName } from './answer-shapes.ts'

/** The name of the shape in which a route answers what it was asked for. Who only reads a few lines
 *  or only wants it done is answered with an object or a list of them. */
export function answerOf(
  method: string,
  url: string,
  config: { readonly input?: unknown; readonly starts?: boolean },
): ShapeName | undefined {
  const own = routes[`${method} ${url}`]
  if (own !== undefined) return own
  if (config.input === undefined) return undefined
  if (url.startsWith('/api/public/appeal/')) return 'PublicView'
  if (url.startsWith('/api/public/')) return undefined
  return config.starts === true ? 'Started' : 'Asked'
}

/** Said of a route that has no shape of its own. */
export const anyShape = { anyOf: ['Done', 'Lines'].map((name) => reference(name)) }

export function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

const routes: Readonly<Record<string, ShapeName>> = {
  'GET /healthz': 'Ok',
  'GET /readyz': 'Ready',
  'GET /api/kinds': 'Kinds',
  'GET /api/directory': 'Directory',
  'GET /api/lists': 'Lists',
  'GET /api/unit/:id/posts': 'Posts',
  'GET /api/me': 'Me',
  'GET /api/record/:id': 'RecordView',
  'GET /api/record/:id/offers': 'Offers',
  'GET /api/todos': 'Todos',
  'GET /api/records/:kind': 'Rows',
  'GET /api/notices': 'Notices',
  'POST /api/notices/read': 'Unread',
  'GET /api/search': 'Found',
  'POST /api/bulk/:command': 'Bulk',
  'POST /api/files': 'File',
  'GET /api/public/city': 'City',
  'GET /api/public/areas': 'Areas',
  'GET /api/public/units': 'Units',
  'POST /api/public/mask': 'Masked',
  'POST /api/public/appeals': 'Received',
  'POST /api/public/follow': 'Followed',
  'GET /api/public/appeal': 'PublicView',
  'DELETE /api/session': 'Ok',
}
