import { demoPassword } from '../../src/main/demo/accounts.ts'
import type { Known } from './known.ts'

type Headers = Readonly<Record<string, string>>

/** People of each sort and nobody. Whoever was signed out by what was tried comes in again. */
export type Callers = {
  readonly names: readonly string[]
  headersOf(name: string): Promise<Headers>
  forget(name: string): void
}

const logins = ['wuhua', 'huashan', 'huashan-jingban', 'lingdao', 'bianban', 'admin']

export function callersOf(url: string, known: Known): Callers {
  const held = new Map<string, Promise<Headers>>()
  const enter = async (login: string): Promise<Headers> => {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tongxin': '1', ...fromAnywhere() },
      body: JSON.stringify({ login, password: demoPassword }),
    })
    await answer.arrayBuffer()
    return {
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    }
  }
  return {
    names: ['nobody', 'link', 'made-up', ...logins],
    headersOf(name) {
      if (name === 'nobody') return Promise.resolve({})
      if (name === 'link') return Promise.resolve({ authorization: `Link ${known.link}` })
      if (name === 'made-up') return Promise.resolve({ authorization: 'Bearer made-up' })
      const session = held.get(name) ?? enter(name)
      held.set(name, session)
      return session
    },
    forget: (name) => void held.delete(name),
  }
}

/** Limits count by address; here is asked more than any one address may. */
export function fromAnywhere(): Headers {
  const part = () => Math.floor(Math.random() * 254) + 1
  return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
}
