import sharp from 'sharp'

/** A photo anew: upright, no larger than a screen needs, and without the place, time and device
 *  that cameras write into it. Nothing when it is no picture at all. */
export async function cleanImage(
  bytes: Buffer,
): Promise<{ readonly bytes: Buffer; readonly type: string } | undefined> {
  try {
    const upright = sharp(bytes, { limitInputPixels: 80_000_000, failOn: 'error' })
      .rotate()
      .resize({ width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true })
    return { bytes: await upright.jpeg({ quality: 82 }).toBuffer(), type: 'image/jpeg' }
  } catch {
    return undefined
  }
}
