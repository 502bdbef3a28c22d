import type { ArchivedLife } from '../../archive/life.ts'
import { contactDigest } from '../../asking/contact-digest.ts'
import { contactPlace, type ContactPart, phoneDigits } from '../../asking/contact.ts'
import { maskName, maskPhone } from '../../../kernel/personal-numbers.ts'
import { isStarred } from '../starred-words.ts'
import type { Life } from './check-life.ts'
import type { Verifying } from './verifying.ts'

/** What an event refers to outside itself. */
export type Words = {
  readonly is: 'content' | 'contact' | 'file'
  readonly id: string
  readonly digest: string | undefined
  /** The event, in words. */
  readonly where: string
}

/** Every text, contact and file that a record's events refer to. */
export function wordsIn({ id, row, events }: Life): readonly Words[] {
  return events.flatMap(({ seq, type, body }) => {
    const where = `记录 ${row?.number ?? ''}(${id})的第 ${seq} 个事件(${type})`
    return refsIn(parsed(body)).map((ref) => ({ ...ref, where }))
  })
}

/** Holds what events refer to against the digests they keep. Erased rows stand without
 *  words, or with words out of which a person was taken. */
export async function checkWords(
  verifying: Verifying,
  words: readonly Words[],
  away: readonly ArchivedLife[],
): Promise<void> {
  const of = (is: Words['is']) => {
    const own = words.filter((one) => one.is === is)
    return [...new Map(own.map((one) => [`${one.id} ${one.digest}`, one])).values()]
  }
  await checkContents(verifying, of('content'), packedContents(away))
  await checkContacts(verifying, of('contact'), packedContacts(away))
  await checkFiles(verifying, of('file'))
}

type ContentRow = { readonly id: string; readonly text: string | null; readonly erased: boolean }

/** Words of records that were put away lie with their lives. */
function packedContents(away: readonly ArchivedLife[]): readonly ContentRow[] {
  return away.flatMap(({ content }) =>
    content.map(({ id, text, erased_at: at }) => ({ id, text, erased: at !== null })),
  )
}

function packedContacts(away: readonly ArchivedLife[]): readonly ContactRow[] {
  return away.flatMap(({ contact }) =>
    contact.map((one) => ({ ...one, erased: one.erased_at !== null })),
  )
}

async function checkContents(
  verifying: Verifying,
  words: readonly Words[],
  packed: readonly ContentRow[],
): Promise<void> {
  const { keys, found, count } = verifying
  const rows = await rowsOf(verifying, words, { text: contentsText, packed })
  for (const { id, digest, where } of words) {
    const row = rows.get(id)
    if (row === undefined) found(`${where}：所写的文字(${id})不见了`)
    else if (row.text === null) {
      if (!row.erased) found(`${where}：所写的文字(${id})被清空，却没有删除日期`)
    } else if (keys !== undefined) {
      count.words += 1
      const { text, erased } = row
      const clear = opened(() => keys.openWords(id, text))
      const isAsWritten = clear !== undefined && keys.digest(clear) === digest
      if (!isAsWritten && !isStarred({ text, erased }, clear))
        found(`${where}：所写的文字(${id})与事件中的摘要不符，被改动`)
    }
  }
}

type ContactRow = {
  readonly id: string
  readonly name_enc: Buffer | null
  readonly phone_enc: Buffer | null
  readonly phone_index: Buffer | null
  readonly note_enc: Buffer | null
  readonly mask_name: string
  readonly mask_phone: string
  readonly erased: boolean
}

async function checkContacts(
  verifying: Verifying,
  words: readonly Words[],
  packed: readonly ContactRow[],
): Promise<void> {
  const { found, count } = verifying
  const rows = await rowsOf(verifying, words, { text: contactsText, packed })
  for (const { id, digest, where } of words) {
    const row = rows.get(id)
    if (row === undefined) found(`${where}：联系人(${id})不见了`)
    else if (verifying.keys !== undefined && !row.erased) {
      count.words += 1
      if (opened(() => isContact(verifying, row, digest)) !== true)
        found(`${where}：联系人(${id})与事件中的摘要不符，被改动`)
    }
  }
}

/** Masks and the index follow from what is sealed; what is sealed is held against the digest. */
function isContact({ keys }: Verifying, row: ContactRow, digest: string | undefined): boolean {
  if (keys === undefined) return false
  const part = (sealed: Buffer | null, name: ContactPart) =>
    sealed === null ? '' : keys.open(sealed, contactPlace(row.id, name))
  const [name, phone] = [part(row.name_enc, 'name'), part(row.phone_enc, 'phone')]
  const note = part(row.note_enc, 'note')
  const digits = phoneDigits(phone)
  const index = digits === '' ? '' : keys.index(digits).toString('hex')
  return (
    (digest === undefined || contactDigest(row.id, { name, phone, note }, keys) === digest) &&
    row.mask_name === maskName(name) &&
    row.mask_phone === maskPhone(phone) &&
    (row.phone_index?.toString('hex') ?? '') === index
  )
}

type FileRow = { readonly id: string; readonly digest: string }

async function checkFiles(verifying: Verifying, words: readonly Words[]): Promise<void> {
  const none: readonly FileRow[] = []
  const rows = await rowsOf(verifying, words, { text: filesText, packed: none })
  for (const { id, digest, where } of words) {
    const row = rows.get(id)
    if (row === undefined) verifying.found(`${where}：附件(${id})的登记不见了`)
    else if (row.digest !== digest) verifying.found(`${where}：附件(${id})与事件中的摘要不符`)
  }
}

async function rowsOf<R extends { readonly id: string }>(
  { client, city }: Verifying,
  words: readonly Words[],
  { text, packed }: { readonly text: string; readonly packed: readonly R[] },
): Promise<ReadonlyMap<string, R>> {
  if (words.length === 0) return new Map()
  const { rows } = await client.query<R>(text, [city, words.map(({ id }) => id)])
  return new Map([...rows, ...packed].map((row) => [row.id, row]))
}

const contentsText = `select id, text, erased_at is not null as erased from content
  where city = $1::int and id = any($2::uuid[])`
const contactsText = `select id, name_enc, phone_enc, phone_index, note_enc, mask_name, mask_phone,
  erased_at is not null as erased from contact where city = $1::int and id = any($2::uuid[])`
const filesText = 'select id, digest from file where city = $1::int and id = any($2::uuid[])'

/** What was sealed with another key, or tampered with, does not open. */
function opened<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}

function parsed(body: string): unknown {
  return opened((): unknown => JSON.parse(body))
}

function refsIn(value: unknown): readonly Omit<Words, 'where'>[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value !== 'object' || value === null) return []
  const digest = 'digest' in value && typeof value.digest === 'string' ? value.digest : undefined
  if ('content' in value && typeof value.content === 'string' && digest !== undefined)
    return [{ is: 'content', id: value.content, digest }]
  if ('contact' in value && isId(value.contact))
    return [{ is: 'contact', id: value.contact, digest }]
  if ('file' in value && typeof value.file === 'string' && digest !== undefined)
    return [{ is: 'file', id: value.file, digest }]
  return Object.values(value).flatMap(refsIn)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
}
