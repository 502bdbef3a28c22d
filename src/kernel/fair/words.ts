import type { Places } from './places.ts'
import type { Line } from './score.ts'

type Row = { readonly place?: Places }

/** '第 2–4 位'; where everybody's bounds overlap nothing is said of an order. */
export function placeText(place: Places | undefined, placed: number): string {
  if (place === undefined) return '不列入'
  if (place.from === place.to) return `第 ${place.from} 位`
  return place.from === 1 && place.to === placed ? '不分先后' : `第 ${place.from}–${place.to} 位`
}

/** A unit without points has no place; one that is seen alone has none either. */
export function placeWords(
  row: Row,
  { rows, placed }: { readonly rows: readonly Row[]; readonly placed: number },
): string {
  const isAlone = rows.length === 1 && row.place === undefined
  return isAlone ? '不作比较' : placeText(row.place, placed)
}

/** Why a line gives no points. */
export function whyText({ why, item }: Pick<Line, 'why' | 'item'>, smallest: number): string {
  if (why === 'tooFew') return `基数不足 ${smallest}，不计分`
  if (why === undefined) return ''
  if (item.adjust === 'population') return '没有登记常住人口，不计分'
  return item.adjust === 'difficulty' ? '没有同类事项可作对照，不计分' : '没有基数，不计分'
}
