import { Refused } from './errors.ts'
import { fewAtOnce } from './few-at-once.ts'

/** More than any camera takes; a small file can claim to hold more than a machine does. */
const mostPixels = 80_000_000

/** A photo takes hundreds of megabytes while it is drawn: so many at a time, the rest wait. */
const atOnce = fewAtOnce(2)

/** A photo anew: upright, no larger than a screen needs, and without the place, time and device
 *  that cameras write into it. Nothing when it is no picture at all. */
export async function cleanImage(
  bytes: Buffer,
): Promise<{ readonly bytes: Buffer; readonly type: string } | undefined> {
  const sharp = await drawer()
  const drawn = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer()
  try {
    return { bytes: await atOnce(drawn), type: 'image/jpeg' }
  } catch {
    return undefined
  }
}

/** Loaded with the first photo: the library holds tens of megabytes. */
async function drawer() {
  try {
    return (await import('sharp')).default
  } catch (error) {
    const says = '服务器现在不能处理照片，请告诉系统管理员；文字可以照常提交'
    throw new Refused(503, { code: 'noPhotos', says }, { cause: error })
  }
}
