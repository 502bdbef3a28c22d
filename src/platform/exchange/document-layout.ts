import { LineRuleType } from 'docx'

/** Measures of an official document's page (GB/T 9704-2012), in twentieths of a point. */
function mm(length: number): number {
  return Math.round((length / 25.4) * 1440)
}

/** 225 mm of text hold 22 lines. */
export const linePitch = Math.round(mm(225) / 22)

export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
}

/** In half points: 二号, 三号, 四号. */
export const size = { two: 44, three: 32, four: 28 } as const

const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' } as const
/** Faces by what is set in them. */
export const face = {
  title: { ...latin, eastAsia: '方正小标宋简体' },
  words: { ...latin, eastAsia: '仿宋_GB2312' },
  first: { ...latin, eastAsia: '黑体' },
  second: { ...latin, eastAsia: '楷体_GB2312' },
  number: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
} as const

export const spacing = { line: linePitch, lineRule: LineRuleType.EXACT }
/** Two characters of size three. */
export const indent = { firstLine: 2 * 16 * 20, firstLineChars: 200 }
