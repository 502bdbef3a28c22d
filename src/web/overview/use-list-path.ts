import { entryOf } from '../shell/nav-entries.tsx'
import { useScreens } from '../shell/registry.tsx'

/** Where the list of a kind has its place: the screen a capability made for it, or the generated one. */
export function useListPath(kind: string): string {
  return useListPaths()(kind)
}

/** The same for any kind. */
export function useListPaths(): (kind: string) => string {
  const { screens } = useScreens()
  return (kind) => {
    const own = screens.find(({ lists }) => lists === kind)
    return own === undefined ? `/k/${kind}` : entryOf(own)
  }
}
