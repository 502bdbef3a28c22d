/**
 * How large the files of a zip archive say they are when unpacked: a small archive can hold
 * gigabytes. Infinite where the archive's own list cannot be read.
 */
export function unpackedSize(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(view)
  if (end === undefined) return Infinity
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) return Infinity
    size += view.getUint32(at + 24, true)
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    at += ENTRY + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return size
}

const ENTRY = 46
const ENTRY_MARK = 0x02014b50
const END = 22
const END_MARK = 0x06054b50
const LONGEST_COMMENT = 65_535

/** The end record stands last, before nothing but a comment. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END - LONGEST_COMMENT)
  for (let at = view.byteLength - END; at >= first; at--) {
    if (view.getUint32(at, true) === END_MARK) return at
  }
  return undefined
}
