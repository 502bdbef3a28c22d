const side = 96

/** A picture small enough to keep with the draft; empty where the browser cannot read the file. */
export async function thumbOf(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return ''
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const short = Math.min(bitmap.width, bitmap.height)
  const [left, top] = [(bitmap.width - short) / 2, (bitmap.height - short) / 2]
  canvas.getContext('2d')?.drawImage(bitmap, left, top, short, short, 0, 0, side, side)
  bitmap.close()
  return canvas.toDataURL('image/jpeg', 0.6)
}
