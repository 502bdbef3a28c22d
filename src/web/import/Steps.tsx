const steps = ['选择表格', '检查', '写入', '结果'] as const

/** Where one is on the way; the words stay readable on a telephone. */
export function Steps({ now }: { readonly now: number }) {
  return (
    <ol className="import-steps">
      {steps.map((label, place) => (
        <li
          key={label}
          className={place === now ? 'now' : place < now ? 'past' : ''}
          aria-current={place === now ? 'step' : undefined}
        >
          <span className="import-step-number">{place < now ? '✓' : place + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  )
}
