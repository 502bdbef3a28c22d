import { useState } from 'react'
import { isRefused, type Problem } from '../net/problem.ts'
import { objectIn, textIn } from '../net/read.ts'
import { type Reply, send } from '../net/send.ts'
import { cityTime } from '../moment.ts'
import { go } from '../route.ts'
import type { Problems } from './checks.ts'
import { type Draft, requestOf } from './draft.ts'
import { keepSent, type Sent } from './sent.ts'
import { changeDraft, dropDraft } from './use-draft.ts'

type Taken = Pick<Sent, 'number' | 'code' | 'due' | 'desk' | 'at'>

/** Sends the draft under its own ask id: however often it is sent, it is taken once. */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const sendNow = async (draft: Draft): Promise<Problems> => {
    setSending(true)
    setProblem(undefined)
    const text = JSON.stringify(requestOf(draft))
    // Kept before it goes: the tab may close while the answer is on its way.
    changeDraft({ tried: draft.tried || text })
    const reply = await sendAppeal(requestOf(draft))
    setSending(false)
    if (reply.ok) {
      keepSent(sentOf(draft, reply.value, draft.tried !== '' && draft.tried !== text))
      go('ask/sent', { replace: true })
      dropDraft()
      return {}
    }
    if (draft.tried === '' && isRefused(reply.problem)) changeDraft({ tried: '' })
    const { fields } = reply.problem
    if (Object.keys(fields).length === 0) setProblem(reply.problem)
    return fields
  }
  return { sending, problem, sendNow }
}

function sendAppeal(body: unknown): Promise<Reply<Taken>> {
  return send({ path: '/api/public/appeals', body }, (answer) => {
    const from = objectIn(answer)
    return {
      number: textIn(from, 'number'),
      code: textIn(from, 'code'),
      due: textIn(from, 'due'),
      desk: textIn(from, 'desk'),
      at: cityTime(Date.parse(textIn(from, 'openedAt'))),
    }
  })
}

function sentOf(draft: Draft, taken: Taken, changedSince: boolean): Sent {
  return {
    ...taken,
    changedSince,
    place: draft.area?.path ?? '',
    spot: draft.spot.trim(),
    detail: draft.detail.trim(),
  }
}
