import type { FastifyRequest } from 'fastify'
import { invalid, Refused, tooLarge } from './errors.ts'
import { fileName } from './file-name.ts'

export const mostBytes = 10 * 1024 * 1024

/** The one file of a form, whole in memory. A form that breaks off or is none is the sender's. */
export async function takenFile(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart())
    throw new Refused(415, { code: 'wrongType', says: '请用表单上传文件' })
  const read = await fileIn(request).catch((error: unknown) => {
    // What the reader of forms numbers, the edge words; the parser below it numbers nothing.
    const isNumbered = error instanceof Error && 'statusCode' in error
    throw isNumbered ? error : invalid('文件没有传完整，请重新上传')
  })
  if (read === undefined) throw invalid('没有收到文件')
  const { part, bytes } = read
  if (part.file.truncated || bytes.length > mostBytes) throw tooLarge()
  return { name: fileName(part.filename), bytes }
}

async function fileIn(request: FastifyRequest) {
  const part = await request.file({ limits: { fileSize: mostBytes + 1, files: 1 } })
  return part === undefined ? undefined : { part, bytes: await part.toBuffer() }
}
