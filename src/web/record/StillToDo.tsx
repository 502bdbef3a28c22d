type Props = {
  readonly says: string
  readonly items: readonly {
    readonly key: string
    readonly says: string
    /** Where on the page it is done, unless that is plain to see. */
    readonly at?: string
  }[]
}

/** What stands before the last step, each with the way to where it is done. */
export function StillToDo({ says, items }: Props) {
  if (items.length === 0) return null
  return (
    <div className="note-box" role="status">
      <b>{says}</b>
      <ul>
        {items.map(({ key, says: words, at }) => (
          <li key={key}>{at === undefined ? words : <a href={`#${at}`}>{words}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
