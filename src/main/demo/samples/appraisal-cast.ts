import { unitNamed } from './names.ts'
import type { Who } from './sample.ts'

export const area = '五华区'
export const office: Who = { unit: '五华区委组织部', role: 'clerk' }
/** Who answers for it. */
export const head: Who = { unit: '五华区委组织部', role: 'head' }
export const host: Who = { unit: '中共五华区委员会', role: 'secretary' }
/** In days. */
export const minute = 0.0007

export const streets = [
  '华山街道',
  '护国街道',
  '大观街道',
  '龙翔街道',
  '丰宁街道',
  '莲华街道',
  '红云街道',
  '黑林铺街道',
  '普吉街道',
  '西翥街道',
].map((name) => `${name}办事处`)

/** Contents that each report must tell. */
export const required = ['urban', 'problems', 'response', 'plan', 'question', 'pilot'] as const

/** By which a section of a street's report is known. */
export function section(year: string, street: string, sort: string): string {
  return `section-${year}|${unitNamed(street)}|${sort}`
}
