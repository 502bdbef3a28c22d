import { z } from 'zod'

const bytes = z.string().max(20_000)
const attachment = z.enum(['platform', 'cross-platform']).exactOptional()

/** What browsers hand over, no more of it than is read; the library checks what it means. */
export const authenticationShape = z
  .object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.exactOptional(),
    }),
    authenticatorAttachment: attachment,
  })
  .transform((given) => ({ ...given, clientExtensionResults: {} }))

export const registrationShape = z
  .object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(40)).max(10).exactOptional(),
    }),
    authenticatorAttachment: attachment,
  })
  .transform((given) => ({ ...given, clientExtensionResults: {} }))
