import { read, utils, type WorkSheet } from '@e965/xlsx'

export type ReadSheet = {
  readonly name: string
  readonly rows: readonly (readonly unknown[])[]
  /** The numbers of rows, from 1, that have a coloured cell. */
  readonly coloured: readonly number[]
}

/** A workbook as a program that is not ours reads it: what one library wrote, another must
 *  understand. */
export function readByOthers(bytes: Uint8Array): readonly ReadSheet[] {
  const book = read(bytes, { type: 'buffer', cellStyles: true })
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined) return []
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null })
    return [{ name, rows, coloured: colouredIn(sheet) }]
  })
}

function colouredIn(sheet: WorkSheet): readonly number[] {
  const found = new Set<number>()
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || typeof cell !== 'object' || cell === null) continue
    const style: unknown = 's' in cell ? cell.s : undefined
    const fill = typeof style === 'object' && style !== null && 'patternType' in style
    if (fill && style.patternType === 'solid') found.add(utils.decode_cell(address).r + 1)
  }
  return [...found].toSorted((a, b) => a - b)
}
