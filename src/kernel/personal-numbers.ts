export type PersonalNumber = {
  readonly kind: 'mobile' | 'landline' | 'identity'
  /** Positions in the text as given, in UTF-16 units; the hidden part lies within. */
  readonly start: number
  readonly end: number
  readonly hiddenFrom: number
  readonly hiddenTo: number
}

/**
 * Telephone and identity numbers in what people write.
 *
 * Reads full-width digits and the usual gaps, and takes an identity number with a wrong check
 * digit too: mistyped, it still points at somebody.
 */
export function findPersonalNumbers(text: string): readonly PersonalNumber[] {
  if ((text.match(digit)?.length ?? 0) < fewestDigits) return []
  const plain = halfWidth(text)
  const found: PersonalNumber[] = []
  for (const { kind, shape } of shapes) {
    for (const { indices } of plain.matchAll(shape)) {
      const [start, end] = indices?.groups?.['all'] ?? [0, 0]
      const [hiddenFrom, hiddenTo] = indices?.groups?.['hide'] ?? [start, end]
      const free = found.every((other) => other.end <= start || end <= other.start)
      if (free) found.push({ kind, start, end, hiddenFrom, hiddenTo })
    }
  }
  return found.toSorted((one, other) => one.start - other.start)
}

/** The text with its personal numbers starred out; its length stays. */
export function maskNumbers(text: string): string {
  let masked = ''
  let done = 0
  for (const { hiddenFrom, hiddenTo } of findPersonalNumbers(text)) {
    masked += text.slice(done, hiddenFrom) + stars(text.slice(hiddenFrom, hiddenTo))
    done = hiddenTo
  }
  return masked + text.slice(done)
}

/** '138****5678'; of a number of no known shape only the last two digits stay. */
export function maskPhone(phone: string): string {
  if (mobile.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  const masked = maskNumbers(phone)
  if (masked !== phone) return masked
  const digits = phone.match(/[0-9\uff10-\uff19]/g)?.length ?? 0
  let seen = 0
  return phone.replace(/[0-9\uff10-\uff19]/g, (digit) => {
    seen += 1
    return digits > 4 && seen > digits - 2 ? digit : '*'
  })
}

/** The first character stays; counted in characters, so that rare ones beyond the first plane do too. */
export function maskName(name: string): string {
  const [first, ...rest] = name.trim()
  if (first === undefined) return ''
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length)
}

const digit = /[0-9\uff10-\uff19]/g
/** A local number. */
const fewestDigits = 7

/** As nearly all are written. */
const mobile = /^1[3-9]\d{9}$/

/** In order of precedence. `all` is the number, `hide` what masking takes from it. */
const shapes: readonly { readonly kind: PersonalNumber['kind']; readonly shape: RegExp }[] = [
  {
    kind: 'identity',
    shape:
      /(?<!\d)(?<all>[1-9](?<hide>\d{5}[ -]?(?:18|19|20)\d\d[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3})[\dX])(?!\d)/dgi,
  },
  {
    // Cards issued before 1999: two digits of the year and no check digit.
    kind: 'identity',
    shape:
      /(?<!\d)(?<all>[1-9](?<hide>\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d\d)\d)(?!\d)/dg,
  },
  {
    kind: 'mobile',
    shape:
      /(?<!\d)(?:(?:\+|00)?86[ -]?)?(?<all>1[3-9]\d[ -]?(?<hide>\d{3}[ -]?\d)[ -]?\d{4})(?!\d)/dg,
  },
  {
    kind: 'landline',
    shape:
      /(?<!\d)(?<all>(?:\(0(?:10|2\d|[3-9]\d\d)\)|0(?:10|2\d|[3-9]\d\d)|(?:\+|00)86[ -]?(?:10|2\d|[3-9]\d\d))[ -]{0,2}(?<hide>[2-9]\d{2,3}[ -]?\d)\d{3})(?!\d)/dg,
  },
  {
    // A local number gives itself away only by the word before it.
    kind: 'landline',
    shape:
      /(?<=(?:电话|座机|固话|致电|拨打)[号码是为:\uff1a ]{0,4})(?<all>(?<hide>[2-9]\d{2,3}[ -]?\d)\d{3})(?!\d)/dg,
  },
]

const fullWidth = /[\uff10-\uff19\uff38\uff58\uff08\uff09\uff0b\uff0d\u2013\u2014\u3000]/g

/** One unit for one unit, so that positions hold in the text as given. */
function halfWidth(text: string): string {
  return text.replace(fullWidth, (char) => {
    if (char === '\u2013' || char === '\u2014') return '-'
    return char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  })
}

function stars(text: string): string {
  return text.replace(/[0-9Xx\uff10-\uff19\uff38\uff58]/g, '*')
}
