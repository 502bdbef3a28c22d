import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const uuid = '0198f2a0-0000-7000-8000-000000000000'

/** Every documented address, with something in the place of its names. */
async function operations(): Promise<readonly (readonly [string, string])[]> {
  const { body } = await city.nobody().get('/api/openapi.json')
  return Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
  )
}

const address = (path: string) => city.url + path.replaceAll(/\{\w+\}/g, uuid)

describe('the headers of every route', () => {
  it('let a browser show, frame, sniff, share and keep nothing', async () => {
    const wrong: string[] = []
    for (const [method, path] of await operations()) {
      const answer = await fetch(address(path), {
        method,
        headers: { 'x-tongxin': '1' },
        redirect: 'manual',
      })
      await answer.arrayBuffer()
      const told = Object.fromEntries(answer.headers)
      const isPage = told['content-type']?.startsWith('text/html') === true
      if (told['content-security-policy']?.includes('unsafe') !== false)
        wrong.push(`${method} ${path} lets pages run anything`)
      for (const [name, value] of Object.entries(isPage ? onPages : strict))
        if (told[name] !== value) wrong.push(`${method} ${path} ${name}: ${told[name]}`)
      if (path.startsWith('/api/') && !/no-store|private/.test(told['cache-control'] ?? ''))
        wrong.push(`${method} ${path} is kept: ${told['cache-control']}`)
      if (told['permissions-policy']?.includes('geolocation=()') !== true)
        wrong.push(`${method} ${path} permits: ${told['permissions-policy']}`)
      for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
        if (told[name] !== undefined) wrong.push(`${method} ${path} tells ${name}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('are the same for what is found nowhere and for an address that cannot be read', async () => {
    for (const path of ['/api/nowhere', '/no.file', '///etc/hosts', '/api/record/%ff', '/%']) {
      const answer = await fetch(city.url + path)
      expect(Object.fromEntries(answer.headers)).toMatchObject(strict)
      expect([path, Math.floor(answer.status / 100)]).toEqual([path, 4])
    }
  })

  it('tie what came by https to https, and no cookie goes without it', async () => {
    const signIn = (headers: Record<string, string>) =>
      fetch(`${city.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tongxin': '1', ...headers },
        body: JSON.stringify({ login: 'wuhua', password: 'tongxin-demo' }),
      })
    const safe = await signIn({ 'x-forwarded-proto': 'https' })
    expect(safe.headers.get('strict-transport-security')).toContain('max-age=31536000')
    const cookie = safe.headers.getSetCookie().join()
    for (const part of ['__Host-tx_session=', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(part)
    const plain = await signIn({})
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    expect(plain.headers.getSetCookie().join()).not.toContain('Secure')
  })
})

const onPages = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const strict = {
  ...onPages,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
}
