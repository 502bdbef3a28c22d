import { Refused } from './errors.ts'

/** More than any camera takes; a small file can claim to hold more than a machine does. */
const mostPixels = 80_000_000

/** A photo takes hundreds of megabytes while it is drawn: so many at a time, the rest wait. */
const atOnce = 2

let drawing = 0
const waiting: (() => void)[] = []

/** A photo anew: upright, no larger than a screen needs, and without the place, time and device
 *  that cameras write into it. Nothing when it is no picture at all. */
export async function cleanImage(
  bytes: Buffer,
): Promise<{ readonly bytes: Buffer; readonly type: string } | undefined> {
  const sharp = await drawer()
  if (drawing >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else drawing += 1
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true })
    return { bytes: await upright.jpeg({ quality: 82 }).toBuffer(), type: 'image/jpeg' }
  } catch {
    return undefined
  } finally {
    // The place is handed on; only when nobody waits is it free.
    const next = waiting.shift()
    if (next === undefined) drawing -= 1
    else next()
  }
}

/** Loaded with the first photo: the library holds tens of megabytes. */
async function drawer() {
  try {
    return (await import('sharp')).default
  } catch (error) {
    throw Object.assign(
      new Refused(503, {
        code: 'noPhotos',
        says: '服务器现在不能处理照片，请告诉系统管理员；文字可以照常提交',
      }),
      { cause: error },
    )
  }
}
