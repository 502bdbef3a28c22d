import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A device with one passkey, made of the standard's own words: it signs whatever it is asked. */
export type Authenticator = {
  readonly id: string
  counter: number
  register(options: { readonly challenge: string }): object
  authenticate(options: { readonly challenge: string }): object
}

type Told = { readonly host: string; readonly origin: string; readonly verified?: boolean }

export function openAuthenticator({ host, origin, verified = true }: Told): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const flags = verified ? present | asked : present
  const base = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  const own: Authenticator = {
    id: base.id,
    counter: 0,
    register({ challenge }) {
      const auth = authData({ host, flags: flags | withKey, counter: own.counter })
      const keyed = Buffer.concat([auth, Buffer.alloc(16), length16(id), id, coseKey(publicKey)])
      return {
        ...base,
        response: {
          clientDataJSON: clientData('webauthn.create', { challenge, origin }).toString(
            'base64url',
          ),
          attestationObject: attestation(keyed).toString('base64url'),
        },
      }
    },
    authenticate({ challenge }) {
      own.counter += 1
      const auth = authData({ host, flags, counter: own.counter })
      const client = clientData('webauthn.get', { challenge, origin })
      const signed = Buffer.concat([auth, createHash('sha256').update(client).digest()])
      return {
        ...base,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: auth.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      }
    },
  }
  return own
}

const present = 0x01
const asked = 0x04
const withKey = 0x40

function authData({ host, flags, counter }: { host: string; flags: number; counter: number }) {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count])
}

function clientData(type: string, { challenge, origin }: { challenge: string; origin: string }) {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** CBOR: {fmt: 'none', attStmt: {}, authData}. */
function attestation(keyed: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x59]),
    length16(keyed),
    keyed,
  ])
}

/** CBOR: an ES256 key as COSE writes it. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const coordinate = (bytes: string) =>
    Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(bytes, 'base64url')])
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ])
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
}

function length16(bytes: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(bytes.length)
  return size
}
