import { demoPassword } from '../../src/main/demo/accounts.ts'

/** The session cookie of each account, opened once: signing in is meant to be slow. */
export async function openSessions(
  url: string,
  logins: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const sessions = new Map<string, string>()
  for (const login of logins) sessions.set(login, await sessionOf(url, login))
  return sessions
}

async function sessionOf(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  const value = /^tx_session=([^;]+)/.exec(cookie)?.[1]
  if (value === undefined) throw new Error(`${login} cannot sign in: ${answer.status}`)
  return value
}
