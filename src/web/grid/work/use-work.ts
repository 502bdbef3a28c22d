import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Reply } from '../net/reply.ts'
import type { Me } from './me.ts'
import { type Read, readBefore, readNow } from './read-ahead.ts'
import type { Snapshot } from './snapshot.ts'
import type { Work } from './work.ts'

export const WorkContext = createContext<Work | undefined>(undefined)

export function useWork(): Work {
  const work = useContext(WorkContext)
  if (work === undefined) throw new Error('no work around this page')
  return work
}

export function useSnapshot(): Snapshot {
  const work = useWork()
  return useSyncExternalStore(
    (listener) => work.subscribe(listener),
    () => work.get(),
  )
}

/** Who works here. Pages that need somebody are shown only when there is one. */
export function useMe(): Me {
  const { me } = useSnapshot()
  if (me === undefined) throw new Error('nobody works here')
  return me
}

export type Reading = {
  readonly read?: Read
  /** The words for why it could not be read now; what was read before may still be there. */
  readonly trouble?: string
  readonly isLoading: boolean
  readonly again: () => void
}

/** What stands at an address: first as it was read last, then as it is now. */
export function useReading(path: string | undefined): Reading {
  const work = useWork()
  const { post } = useMe()
  const [state, setState] = useState<Omit<Reading, 'again'>>({ isLoading: true })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (path === undefined) return undefined
    let wanted = true
    const show = (part: Partial<Reading>) => {
      if (wanted) setState((before) => ({ ...before, ...part }))
    }
    const load = async () => {
      const before = await readBefore(work.store, post.id, path)
      if (before !== undefined) show({ read: before })
      const tools = { store: work.store, call: work.call, now: Date.now }
      const reply = await readNow(tools, post.id, path)
      if (reply.is === 'done')
        show({ read: { at: Date.now(), body: reply.body }, isLoading: false })
      else show({ trouble: troubleOf(reply), isLoading: false })
      // Who is signed in has changed: the frame must know.
      if (reply.is === 'signedOut' || reply.is === 'otherPost') void work.round()
    }
    setState({ isLoading: true })
    void load()
    return () => {
      wanted = false
    }
  }, [path, post.id, tries, work])
  const again = useCallback(() => {
    setTries((before) => before + 1)
  }, [])
  return { ...state, again }
}

function troubleOf(reply: Exclude<Reply, { is: 'done' }>): string {
  if (reply.is === 'refused') return reply.refusal.says
  if (reply.is === 'signedOut') return '登录过期了'
  return reply.is === 'otherPost' ? '登录的岗位换了' : '现在连不上平台'
}
