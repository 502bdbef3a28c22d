/** What somebody typed as a telephone number, without gaps, full-width digits and country code. */
export function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()\-–—.]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}

/** Why this is no number one can be called at; undefined when it is one. */
export function phoneProblem(text: string): string | undefined {
  const phone = plainPhone(text)
  if (/^1[3-9]\d{9}$/.test(phone) || /^0\d{9,11}$/.test(phone)) return undefined
  // A local number of the city, without its area code.
  if (/^[2-9]\d{6,7}$/.test(phone)) return undefined
  if (/\D/.test(phone)) return '电话里有不是数字的字，请只写数字'
  if (phone.startsWith('1')) {
    return phone.length === 11
      ? '没有这样开头的手机号，请核对'
      : `手机号是 11 位数字，您写了 ${phone.length} 位，请核对`
  }
  return '这不像电话号码，请核对；座机请写区号，例如 0871-63330000'
}
