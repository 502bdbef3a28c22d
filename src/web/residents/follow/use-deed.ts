import { useState } from 'react'
import type { Problems } from '../ask/checks.ts'
import { type DraftPhoto, photosIn } from '../ask/draft.ts'
import type { PhotoList } from '../ask/use-uploads.ts'
import { newId } from '../net/new-id.ts'
import { isRefused, type Problem } from '../net/problem.ts'
import { objectIn, textIn } from '../net/read.ts'
import { go } from '../route.ts'
import { forget, keep, kept } from '../storage.ts'
import { askAppeal } from './use-appeal.ts'

type Words = Readonly<Record<string, string>>
type Deed = {
  readonly ask: string
  readonly words: Words
  readonly photos: readonly DraftPhoto[]
}

/**
 * One deed on an appeal (a supplement, a judgement…) while it is being written. Words and ask id
 * stay on this device until the server has taken them: closing the tab loses nothing and sending
 * twice does it once.
 */
export function useDeed(number: string, command: string, first: Words = {}) {
  const key = `deed.${number}.${command}`
  const [deed, setDeed] = useState(() => deedIn(kept(key), first))
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const changeBy = (part: (before: Deed) => Partial<Deed>) => {
    setDeed((before) => {
      const next = { ...before, ...part(before) }
      keep(key, next)
      return next
    })
  }
  const change = (part: Words) => {
    changeBy(({ words }) => ({ words: { ...words, ...part } }))
  }
  const changePhotos: PhotoList['change'] = (next) => {
    changeBy(({ photos }) => ({ photos: next(photos) }))
  }
  const send = async (data: unknown): Promise<Problems> => {
    if (sending) return {}
    setSending(true)
    setProblem(undefined)
    keep(key, deed)
    const reply = await askAppeal(command, { ask: deed.ask, data })
    setSending(false)
    if (reply.ok) {
      forget(key)
      tellDone(command)
      go('appeal', { replace: true })
      return {}
    }
    const { fields } = reply.problem
    const known = Object.keys(fields).length > 0 && isRefused(reply.problem)
    if (!known) setProblem(reply.problem)
    return fields
  }
  const { words, photos } = deed
  return { words, photos, change, changePhotos, send, sending, problem }
}

/** What was done last, to be said once on the page that follows. */
export function takeDone(): string {
  const command = textIn(objectIn(kept('done', 'tab')), 'command')
  forget('done', 'tab')
  return command
}

function tellDone(command: string): void {
  keep('done', { command }, 'tab')
}

function deedIn(value: unknown, first: Words): Deed {
  const from = objectIn(value)
  const ask = textIn(from, 'ask')
  const words = Object.entries(objectIn(from['words'])).map(([name, text]) => [name, String(text)])
  return ask === ''
    ? { ask: newId(), words: first, photos: [] }
    : {
        ask,
        words: { ...first, ...Object.fromEntries(words) },
        photos: photosIn(from['photos']),
      }
}
