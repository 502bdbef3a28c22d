import type { Problem } from '../net/problem.ts'
import { send } from '../net/send.ts'

/** Saves all that is kept with the appeal as a file on the person's own device. */
export async function saveCopy(number: string, token: string): Promise<Problem | undefined> {
  const reply = await send({ path: '/api/public/appeal/copy', token }, (body) => body)
  if (!reply.ok) return reply.problem
  const text = JSON.stringify(reply.value, null, 2)
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `我的诉求-${number}.json`
  link.click()
  URL.revokeObjectURL(address)
  return undefined
}
