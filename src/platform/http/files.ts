import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mayRead, maySee } from '../../kernel/access.ts'
import type { Actor } from '../../kernel/actor.ts'
import { standingOf } from '../../kernel/standing.ts'
import { sm3 } from '../crypto/sm3.ts'
import { reached } from '../store/faults.ts'
import { loadRecord } from '../store/load.ts'
import { momentOf } from '../store/value-types.ts'
import type { HttpDeps } from './deps.ts'
import { absent, Refused } from './errors.ts'
import { sniffed } from './file-types.ts'
import { cleanImage } from './images.ts'
import { keepFile } from './keep-file.ts'
import { linkActor } from './link-actor.ts'
import { takenFile } from './taken-file.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { uuidShape } from './wire.ts'

/** A sheet of photos is dozens; what is more is no person at work. */
const uploads = { max: 240, timeWindow: 60_000 }

/** Files that records hold: taken in by what they are, and given only to whoever sees the record. */
export function fileRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/files',
    { config: { about: '上传文件', multipart: true, machine: true, rateLimit: uploads } },
    async (request) => {
      await signedIn(deps, request)
      return keepUpload(deps, request, 'any')
    },
  )
  app.get('/api/files/:id', { config: { about: '取文件' } }, async (request, reply) => {
    const actor = linkActor(deps, request) ?? actorOf(await signedIn(deps, request))
    return sendFile(deps, { request, reply, actor })
  })
}

/** Reads one uploaded file, judges it by its content, cleans it and stores it by its digest. */
export async function keepUpload(deps: HttpDeps, request: FastifyRequest, may: 'any' | 'image') {
  const { name, bytes } = await takenFile(request)
  const type = sniffed(bytes)
  if (type === undefined || (may === 'image' && !type.startsWith('image/')))
    throw new Refused(415, {
      code: 'wrongType',
      says:
        may === 'image'
          ? '只能上传照片（JPG、PNG、WebP）'
          : '只能上传照片、PDF、Word 和 Excel 文件',
    })
  const kept = type.startsWith('image/') ? await cleanImage(bytes) : { bytes, type }
  if (kept === undefined)
    throw new Refused(415, { code: 'wrongType', says: '这张照片打不开，请换一张' })
  const digest = sm3(kept.bytes)
  const path = join(digest.slice(0, 2), digest)
  await keepFile(deps.files, path, kept.bytes)
  const id = deps.newId()
  await reached(() =>
    deps.db.read
      .insertInto('file')
      .values({
        city: cityOf(deps).city,
        id,
        record_id: null,
        type: kept.type,
        size: kept.bytes.length,
        digest,
        name,
        path,
        at: momentOf(deps.now()),
      })
      .execute(),
  )
  return { id, type: kept.type, size: kept.bytes.length, name }
}

async function sendFile(
  deps: HttpDeps,
  { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
) {
  const { id } = request.params as { id: string }
  const row = await fileRow(deps, id)
  if (row === undefined || row.record_id === null || row.erased_at !== null) throw absent()
  if (!(await seesFile(deps, { record: row.record_id, file: id, actor }))) throw absent()
  const path = join(deps.files, row.path)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw absent('文件不在了，请联系管理员')
  // Photos were drawn anew by us; a document may hold anything and opens in no page of ours.
  const shown = row.type.startsWith('image/')
  const name = encodeURIComponent(row.name === '' ? id : row.name)
  return reply
    .type(row.type)
    .header('content-length', found.size)
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, max-age=600')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(createReadStream(path))
}

async function fileRow(deps: HttpDeps, id: string) {
  if (!uuidShape.test(id)) return undefined
  return reached(() =>
    deps.db.read
      .selectFrom('file')
      .selectAll()
      .where('city', '=', cityOf(deps).city)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
}

/** Whoever sees the record, unless the field that holds the file is not theirs to read. */
async function seesFile(
  deps: HttpDeps,
  { record: id, file, actor }: { record: string; file: string; actor: Actor },
): Promise<boolean> {
  const { city, world } = cityOf(deps)
  const record = (await loadRecord(deps.db, city, id))?.record
  const kind = record && deps.registry.get(record.kind)
  if (record === undefined || kind === undefined) return false
  const relations = standingOf(kind, { world, record, actor })
  if (!maySee(kind, relations)) return false
  const holders = Object.entries(kind.fields).filter(
    ([name, field]) =>
      field.type === 'files' && JSON.stringify(record.fields[name] ?? null).includes(file),
  )
  return holders.every(([, field]) => mayRead(field, relations))
}
