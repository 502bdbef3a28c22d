/** The type of a file by its first bytes: what its name or sender says counts for nothing. */
export function sniffed(bytes: Buffer): string | undefined {
  const begins = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (begins('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (begins('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp'
  if (begins('%PDF-')) return 'application/pdf'
  return begins('PK\u0003\u0004') ? officeType(bytes) : undefined
}

/** Office files are archives; the names of their parts stand in the directory at the end. */
function officeType(bytes: Buffer): string | undefined {
  const has = (text: string) => bytes.includes(Buffer.from(text, 'latin1'))
  if (!has('[Content_Types].xml') || has('vbaProject.bin')) return undefined
  const office = 'application/vnd.openxmlformats-officedocument'
  if (has('word/document.xml')) return `${office}.wordprocessingml.document`
  return has('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : undefined
}
