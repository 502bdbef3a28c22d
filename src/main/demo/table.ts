/**
 * Rows of a table written as text, one row a line, cells parted by `|`. The demo's word lists are
 * kept this way because a table of a hundred lines is read and corrected as a table.
 */
export function tableRows(text: string, columns: number): readonly (readonly string[])[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      if (cells.length !== columns) throw new Error(`${columns} cells expected: ${line}`)
      return cells
    })
}

/** The words of one cell, parted by spaces. */
export function words(cell: string): readonly string[] {
  return cell.split(' ').filter((word) => word !== '')
}

/** The cell as one of the known words; anything else is a slip of the pen in the table. */
export function oneOf<T extends string>(known: readonly T[], cell: string): T {
  const word = known.find((candidate) => candidate === cell)
  if (word === undefined) throw new Error(`${cell} is none of ${known.join(', ')}`)
  return word
}
