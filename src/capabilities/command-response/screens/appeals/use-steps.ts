import { useKeys } from '../../../../web/keys/use-keys.ts'

/** j and k go through the rows with the record open, Escape closes it. */
export function useSteps(
  ids: readonly string[],
  open: string | undefined,
  show: (id: string | undefined) => void,
): void {
  const step = (by: 1 | -1) => {
    const at = open === undefined ? -1 : ids.indexOf(open)
    const to = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))]
    if (to !== undefined) show(to)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...(open === undefined ? {} : { Escape: () => show(undefined) }),
  })
}
