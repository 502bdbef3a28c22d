import { z } from 'zod'
import type { ParcelBody } from '../asking/parcels.ts'
import type { Neighbour } from './neighbours.ts'

/** What came of bringing a parcel to the other city. */
export type Delivered =
  | { readonly is: 'taken' }
  /** A rule of the other city refuses it: sent again as it is, it would be refused again. */
  | { readonly is: 'refused'; readonly code: string; readonly says: string }
  /** Nobody took it; `says` where somebody answered all the same. */
  | { readonly is: 'away'; readonly says: string | undefined }

export const parcelPath = '/api/courier/parcels'
const patienceMs = 10_000
const mostBytes = 64 * 1024
const receipt = z.object({ id: z.string() })
const refusal = z.object({
  error: z.object({ code: kept(80), says: kept(500) }),
})

/** Brings one parcel to the door of the other city. Whatever is no clear answer is no answer: only a
 *  door that names the record took it. */
export async function deliver(
  { address, token }: Pick<Neighbour, 'address' | 'token'>,
  parcel: ParcelBody & { readonly id: string },
  signal: AbortSignal,
): Promise<Delivered> {
  try {
    const answer = await fetch(new URL(parcelPath, address), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(parcel),
      // An answer from elsewhere is none of that city's.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    const read = await jsonOf(answer)
    if (answer.ok) {
      const named = receipt.safeParse(read)
      const isTaken = named.success && named.data.id === parcel.record
      return isTaken ? { is: 'taken' } : { is: 'away', says: undefined }
    }
    const said = refusal.safeParse(read)
    if (!said.success) return { is: 'away', says: undefined }
    const { code, says } = said.data.error
    if (answer.status === 409) return { is: 'refused', code, says }
    // That it is busy is said to who asks by hand; this asks again by itself.
    return { is: 'away', says: answer.status === 503 ? undefined : says }
  } catch {
    return { is: 'away', says: undefined }
  }
}

/** What an answer says, as far as it is ours to read: no longer than any of ours is. */
async function jsonOf({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.byteLength
    // Leaving the loop ends the connection.
    if (length > mostBytes) return undefined
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Words from elsewhere as far as the store keeps them: neither the sign of number zero nor half of
 *  a pair, and no more than anybody reads. */
function kept(most: number) {
  return z.string().transform((text) =>
    text
      .slice(0, 2 * most)
      .replaceAll(/[\0\p{Cs}]/gu, '')
      .slice(0, most)
      .replace(/\p{Cs}$/u, ''),
  )
}
