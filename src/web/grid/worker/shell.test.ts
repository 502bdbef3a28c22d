import { expect, test } from 'vitest'
import { answerTo, takeIn, takeOver } from './shell.ts'

const release = (version: string) => ({ version, files: [`/assets/grid-${version}.js`] })

test('a release is taken in whole: then the page opens without a line', async () => {
  const device = deviceWith({ '/g': 'page 1', '/assets/grid-1.js': 'code 1' })
  const tools = { ...device, release: release('1') }
  await takeIn(tools)
  device.server.clear()
  expect(await textOf(answerTo(tools, asked('/g?page=box', 'navigate')))).toBe('page 1')
  expect(await textOf(answerTo(tools, asked('/assets/grid-1.js')))).toBe('code 1')
})

test('half a release is not taken in, and the old one goes on', async () => {
  const device = deviceWith({ '/g': 'page 1', '/assets/grid-1.js': 'code 1' })
  const old = { ...device, release: release('1') }
  await takeIn(old)
  device.server.set('/g', 'page 2')
  await expect(takeIn({ ...device, release: release('2') })).rejects.toThrow('404')
  expect(await textOf(answerTo(old, asked('/g', 'navigate')))).toBe('page 1')
})

test('a newer release takes the place of the older, of which nothing stays', async () => {
  const device = deviceWith({ '/g': 'page 1', '/assets/grid-1.js': 'code 1' })
  await takeIn({ ...device, release: release('1') })
  device.server.set('/g', 'page 2').set('/assets/grid-2.js', 'code 2')
  const next = { ...device, release: release('2') }
  await takeIn(next)
  await takeOver(next)
  expect(await textOf(answerTo(next, asked('/g', 'navigate')))).toBe('page 2')
  expect(await device.caches.keys()).toEqual(['tongxin-grid-2'])
})

test('everything else is left to the browser', () => {
  const tools = { ...deviceWith({}), release: release('1') }
  for (const path of ['/api/me', '/', '/r', '/g/other', '/assets/other.js'])
    expect(answerTo(tools, asked(path))).toBeUndefined()
  expect(answerTo(tools, { ...asked('/g', 'navigate'), method: 'POST' })).toBeUndefined()
})

function asked(path: string, mode = 'cors') {
  return { url: `http://city${path}`, method: 'GET', mode }
}

async function textOf(answer: Promise<Response> | undefined): Promise<string | undefined> {
  return (await answer)?.text()
}

/** A device's caches, and a server that has these files. */
function deviceWith(files: Record<string, string>) {
  const server = new Map(Object.entries(files))
  const all = new Map<string, Map<string, string>>()
  const caches = {
    async open(name: string) {
      const cache = all.get(name) ?? new Map<string, string>()
      all.set(name, cache)
      return {
        match: async (file: string) => {
          const text = cache.get(file)
          return text === undefined ? undefined : new Response(text)
        },
        put: async (file: string, answer: Response) =>
          void cache.set(file, await answer.clone().text()),
      }
    },
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
  }
  const fetch = async (file: string) => {
    const text = server.get(file)
    return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
  }
  return { server, caches, fetch }
}
