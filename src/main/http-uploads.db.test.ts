import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileName } from '../platform/http/file-name.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const point = () =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

describe('an upload', () => {
  it('is what its first bytes say, whatever it is called', async () => {
    const desk = await city.as('wuhua')
    const tried = {
      'a.jpg': '<html><script>alert(1)</script></html>',
      'b.png': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'c.pdf': 'MZ\u0090\u0000 a program',
      'd.xlsx': 'PK\u0003\u0004 an archive of anything',
      'e.docx': 'PK\u0003\u0004[Content_Types].xml word/document.xml vbaProject.bin',
      'f.jpg': '\u00ff\u00d8\u00ff and then no picture',
      'g.png': '',
    }
    for (const [name, text] of Object.entries(tried))
      expect([name, (await desk.upload('/api/files', bytes(text), name)).status]).toEqual([
        name,
        415,
      ])
    const kept = await desk.upload('/api/files', Uint8Array.from(await point()), 'a.exe')
    expect(kept.body).toMatchObject({ type: 'image/jpeg' })
  })

  it('of few bytes and more pixels than any camera takes is not unpacked', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 9_000, channels: 3, background: 'black' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(3_000_000)
    const before = process.memoryUsage().rss
    const sent = await Promise.all(
      [1, 2, 3].map(() => city.nobody().upload('/api/public/photos', Uint8Array.from(bomb))),
    )
    expect(sent.map(({ status }) => status)).toEqual([415, 415, 415])
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
  }, 60_000)

  it('many at once all come in, a few being drawn at a time', async () => {
    const photo = Uint8Array.from(await point())
    const sent = await Promise.all(
      Array.from({ length: 12 }, () => city.nobody().upload('/api/public/photos', photo)),
    )
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200))
  })

  it('has a name without folders, hidden signs or half signs', async () => {
    const desk = await city.as('wuhua')
    const photo = Uint8Array.from(await point())
    const sent = await desk.upload('/api/files', photo, `..\\..\\照\u202E片${'𠮷'.repeat(90)}.jpg`)
    expect([...sent.body.name].length).toBe(80)
    expect(sent.body.name.isWellFormed()).toBe(true)
    expect(fileName('../../etc/pass\u0000wd\r\nX: y')).toBe('passwdX: y')
    expect(fileName('C:\\a\\照片.jpg')).toBe('照片.jpg')
    expect(fileName('\ud800.jpg')).toBe('\ufffd.jpg')
  })

  it('is one file, not larger than told, and only so many a minute', async () => {
    const desk = await city.as('huashan')
    const form = new FormData()
    for (const name of ['one', 'two']) form.append(name, new Blob([await point()]), 'a.png')
    const head = { 'x-tongxin': '1' }
    const two = await fetch(`${city.url}/api/public/photos`, {
      method: 'POST',
      body: form,
      headers: head,
    })
    expect(two.status).toBeLessThan(500)
    const giant = new Uint8Array(10 * 1024 * 1024 + 1)
    expect((await desk.upload('/api/files', giant)).status).toBe(413)
    const statuses: number[] = []
    for (let times = 0; times < 40; times += 1)
      statuses.push((await city.nobody().upload('/api/public/photos', bytes('x'))).status)
    expect(statuses.at(-1)).toBe(429)
  }, 60_000)
})

describe('guessing is limited by address, whatever cookie is sent', () => {
  const tried = async (path: string, body: object, times: number) => {
    const statuses: number[] = []
    for (let at = 0; at < times; at += 1) {
      const answer = await fetch(city.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-tongxin': '1',
          cookie: `tx_session=${at}`,
          'x-forwarded-for': '10.9.8.7',
        },
        body: JSON.stringify(body),
      })
      await answer.arrayBuffer()
      statuses.push(answer.status)
    }
    return statuses
  }

  it.each([
    { what: 'signing in', path: '/api/session', body: {}, times: 320 },
    { what: 'following', path: '/api/public/follow', body: { number: 'x', code: 'x' }, times: 12 },
    { what: 'asking', path: '/api/public/appeals', body: {}, times: 12 },
    { what: 'setting up', path: '/api/set-up', body: {}, times: 12 },
  ])(
    '$what',
    async ({ path, body, times }) => {
      const statuses = await tried(path, body, times)
      expect(statuses[0]).not.toBe(429)
      expect(statuses.at(-1)).toBe(429)
    },
    120_000,
  )
})
