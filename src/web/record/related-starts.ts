import type { RecordHead } from '../api/record-view.ts'
import type { KindView, Start } from '../api/types.ts'

export type RelatedStart = Start & { readonly to: string }

/** What a post may begin about this record: commands of other kinds that name a record of its kind,
 *  with the reference and the place filled in. */
export function relatedStarts(
  record: Pick<RecordHead, 'id' | 'kind' | 'place'>,
  starts: readonly Start[],
  kinds: ReadonlyMap<string, Pick<KindView, 'starts'>>,
): readonly RelatedStart[] {
  return starts.flatMap((start) => {
    const input = kinds.get(start.kind)?.starts[start.command]?.input ?? {}
    const named = Object.entries(input).find(
      ([, { type, of }]) =>
        type === 'record' &&
        (of === record.kind || (Array.isArray(of) && of.includes(record.kind))),
    )
    if (named === undefined) return []
    const query = new URLSearchParams({ [named[0]]: record.id, area: String(record.place.area) })
    return [{ ...start, to: `/new/${start.kind}/${start.command}?${query.toString()}` }]
  })
}
