import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Readable, Transform, type TransformCallback } from 'node:stream'
import type { Keys, KeyProvider } from './keys.ts'

/**
 * Seals a file of any size as it passes: a line that names the key, SM4 in counter mode, then
 * HMAC-SM3 over all of it and over the place, so that no file can be put in another's stead.
 */
export function sealing(provider: KeyProvider, place: string): Transform {
  const keys = provider.current
  const iv = randomBytes(16)
  const header = Buffer.from(`${form} ${keys.id} ${iv.toString('base64url')}\n`)
  const cipher = createCipheriv('sm4-ctr', keys.sealing, iv)
  const mac = macOf(keys, place).update(header)
  let begun = false
  const begin = (stream: Transform) => {
    if (!begun) stream.push(header)
    begun = true
  }
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      begin(this)
      const sealed = cipher.update(chunk)
      mac.update(sealed)
      done(null, sealed)
    },
    flush(done) {
      begin(this)
      done(null, mac.digest())
    },
  })
}

/** Reads a sealed file. It is looked at whole first: nothing of a changed file is handed out. */
export async function openSealed(
  provider: KeyProvider,
  place: string,
  file: string,
): Promise<Readable> {
  const { header, size } = await headerOf(file)
  const [found, id = '', iv = ''] = header.toString().trim().split(' ')
  if (found !== form) throw new NotOpened('不是加密的备份文件')
  const keys = provider.find(id)
  if (keys === undefined) throw new NotOpened(`缺少密钥 ${id}`)
  const mac = macOf(keys, place).update(header)
  const end = size - macLength - 1
  const start = header.length
  if (end >= start)
    for await (const chunk of createReadStream(file, { start, end })) mac.update(chunk)
  const kept: Buffer[] = []
  for await (const chunk of createReadStream(file, { start: end + 1 })) kept.push(chunk)
  const [said, due] = [Buffer.concat(kept), mac.digest()]
  if (said.length !== due.length || !timingSafeEqual(said, due))
    throw new NotOpened('加密的备份文件被改动，或不是用这套密钥加密的')
  const plain = createDecipheriv('sm4-ctr', keys.sealing, Buffer.from(iv, 'base64url'))
  if (end < start) return plain.end()
  const sealed = createReadStream(file, { start, end })
  sealed.on('error', (error) => plain.destroy(error))
  return sealed.pipe(plain)
}

/** Why a sealed file was not opened. */
export class NotOpened extends Error {}

const form = 'tongxin-sealed-1'
const macLength = 32

async function headerOf(file: string): Promise<{ header: Buffer; size: number }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    const end = buffer.subarray(0, bytesRead).indexOf('\n') + 1
    if (end === 0 || size < end + macLength) throw new NotOpened('不是加密的备份文件')
    return { header: buffer.subarray(0, end), size }
  } finally {
    await handle.close()
  }
}

function macOf(keys: Keys, place: string) {
  return createHmac('sm3', keys.authenticating).update(`file\0${place}\0`)
}
