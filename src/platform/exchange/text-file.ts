/** Encodings a Chinese city's sheets come in. GB18030 contains GBK and GB2312. */
export type Encoding = 'utf-8' | 'gb18030'

export type TextFile =
  | { readonly ok: true; readonly encoding: Encoding; readonly text: AsyncGenerator<string> }
  | { readonly ok: false; readonly reason: string }

/**
 * Opens a stream of bytes as text in the encoding its first characters betray, without waiting for
 * the rest. A file that is no such text is refused with the way to make it one.
 */
export async function openText(bytes: AsyncIterable<Uint8Array>): Promise<TextFile> {
  const source = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let telling = 0
  let read = 0
  while (telling < ENOUGH && read < AT_MOST) {
    const next = await source.next()
    if (next.done === true) break
    head.push(next.value)
    read += next.value.length
    telling += next.value.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0)
  }
  const sample = Buffer.concat(head)
  const foreign = foreignKind(sample)
  if (foreign !== undefined) return { ok: false, reason: foreign }
  const encoding = encodingOf(sample)
  return { ok: true, encoding, text: decoded(encoding, head, source) }
}

/**
 * UTF-8 unless its rules are broken at more than a few places: a Chinese text in GB18030 breaks
 * them at almost every character, a damaged UTF-8 file at one.
 */
function encodingOf(sample: Uint8Array): Encoding {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  const beyondAscii = text.match(/\P{ASCII}/gu)?.length ?? 0
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return broken > beyondAscii / 10 ? 'gb18030' : 'utf-8'
}

/** What a decoder leaves where bytes mean nothing in the file's encoding. */
export const UNREADABLE = '\ufffd'

/** So many bytes beyond ASCII settle the encoding; a file without any is the same in both. */
const ENOUGH = 400
const AT_MOST = 1_000_000

function foreignKind(sample: Buffer): string | undefined {
  const begins = (...bytes: readonly number[]): boolean =>
    bytes.every((byte, at) => sample[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return '这是 Excel 工作簿,请另存为 CSV(UTF-8)后再导入'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return '这是旧版 Excel 文件,请另存为 CSV(UTF-8)后再导入'
  const wide = begins(0xff, 0xfe) || begins(0xfe, 0xff)
  return wide ? '文件是 UTF-16 编码,请另存为 CSV(UTF-8)后再导入' : undefined
}

async function* decoded(
  encoding: Encoding,
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  try {
    for (const bytes of head) yield decoder.decode(bytes, { stream: true })
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield decoder.decode(next.value, { stream: true })
    }
    yield decoder.decode()
  } finally {
    // A reader that stops early must not leave the file open.
    await rest.return?.()
  }
}
