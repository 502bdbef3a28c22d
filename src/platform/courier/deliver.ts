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
const refusal = z.object({ error: z.object({ code: z.string(), says: z.string() }) })

/** Brings one parcel to the door of the other city. Whatever is no clear answer is no answer. */
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
    const said = refusal.safeParse(await answer.json().catch(() => undefined))
    if (answer.ok) return { is: 'taken' }
    if (!said.success) return { is: 'away', says: undefined }
    const { code, says } = said.data.error
    return answer.status === 409 ? { is: 'refused', code, says } : { is: 'away', says }
  } catch {
    return { is: 'away', says: undefined }
  }
}
