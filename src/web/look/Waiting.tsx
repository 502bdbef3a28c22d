/** The shape of what is coming, so that nothing jumps when it comes. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className="bones" aria-busy="true" aria-label="正在加载">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="bone" style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
