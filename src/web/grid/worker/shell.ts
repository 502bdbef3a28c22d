/** The files of one release of the page, under a name of their own. */
export type Release = { readonly version: string; readonly files: readonly string[] }

type Kept = {
  match(file: string): Promise<Response | undefined>
  put(file: string, answer: Response): Promise<void>
}

export type ShellTools = {
  readonly caches: {
    open(name: string): Promise<Kept>
    keys(): Promise<readonly string[]>
    delete(name: string): Promise<boolean>
  }
  /** Past the browser's own cache. */
  readonly fetch: (file: string) => Promise<Response>
  readonly release: Release
}

const prefix = 'tongxin-grid-'
const page = '/g'

/** Takes in the page and all it loads, or nothing: half a release would be worse than the old one. */
export async function takeIn({ caches, fetch, release }: ShellTools): Promise<void> {
  const answers = await Promise.all(
    [page, ...release.files].map(async (file) => {
      const answer = await fetch(file)
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      return [file, answer] as const
    }),
  )
  const cache = await caches.open(prefix + release.version)
  for (const [file, answer] of answers) await cache.put(file, answer)
}

/** Drops the releases before this one. A page of theirs that is still open has loaded all it has. */
export async function takeOver({ caches, release }: ShellTools): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== prefix + release.version)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The kept answer to a request of the page itself; nothing for everything else, which the browser
 *  then fetches as if there were no worker. */
export function answerTo(
  tools: ShellTools,
  request: { readonly url: string; readonly method: string; readonly mode: string },
): Promise<Response> | undefined {
  const { pathname } = new URL(request.url)
  const isPage = request.mode === 'navigate' && pathname === page
  if (request.method !== 'GET' || !(isPage || tools.release.files.includes(pathname)))
    return undefined
  return kept(tools, isPage ? page : pathname)
}

async function kept({ caches, fetch, release }: ShellTools, file: string): Promise<Response> {
  const cache = await caches.open(prefix + release.version)
  return (await cache.match(file)) ?? fetch(file)
}
