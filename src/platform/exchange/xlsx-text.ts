/**
 * Text in the form a cell of an Excel workbook can hold. What XML may not contain is written as
 * Excel itself writes it (_x0001_), text that only looks so is kept from being read that way, and
 * what is longer than a cell may be ends with a sign that it goes on.
 */
export function xlsxText(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, KEPT).toWellFormed()}${CUT}` : text
  const safe = short
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, escaped)
  // The writer looks texts up in a plain object, which has some of its own under such names.
  return safe in {} ? escaped(safe.slice(0, 1)) + safe.slice(1) : safe
}

/** Excel's own limit; it refuses to open a file that exceeds it. */
const LONGEST_CELL = 32_767

const CUT = '…(超出单元格上限,以下从略)'
const KEPT = LONGEST_CELL - CUT.length

function escaped(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
