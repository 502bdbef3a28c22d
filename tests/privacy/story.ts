import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayMs, dayOf } from '../../src/kernel/time.ts'
import { community, department, dispatching, street } from '../../src/main/testing/appeal-asks.ts'
import { type Visitor, visitor } from './visitor.ts'

export const marker = { name: '欧阳记号', phone: '15400099131' }
const neighbour = '15400088242'
/** What nobody else may hear. */
export const words = [marker.name, marker.phone, '154 0009 9131', neighbour]
const told = `我叫${marker.name}，电话154 0009 9131，邻居${neighbour}，城管局的人来了不管`

/** Those who know of one another's pages: by login, and three without an account. */
export type People = Map<string, Visitor>

export function as(people: People, login: string): Visitor {
  const found = people.get(login)
  if (found === undefined) throw new Error(`nobody signed in as ${login}`)
  return found
}

async function asks(who: Visitor, path: string, body: { data: object; area?: number }) {
  const answer = await who.post(path, { ask: randomUUID(), ...body })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return JSON.parse(answer.text)
}

async function follows(url: string, nobody: Visitor, asked: { number: string; code: string }) {
  const { number, code } = asked
  const answer = await nobody.post('/api/public/follow', { number, code })
  return visitor(url, { authorization: `Link ${JSON.parse(answer.text).token}` })
}

/**
 * An appeal that complains of the city management bureau, as far as an answer to be checked, with a
 * supplement, an instruction and a look at the contact. Gives it and the records that came of it.
 */
export async function play(url: string, people: People): Promise<readonly string[]> {
  const nobody = visitor(url, {})
  const spot = `${marker.name}家楼下`
  const data = { detail: told, complained: department, reporter: marker, spot }
  const begun = await asks(nobody, '/api/public/appeals', { data, area: community })
  const mine = await follows(url, nobody, begun)
  people.set('the resident', mine)
  await asks(mine, '/api/public/appeal/supplement', { data: { words: `再说一遍：${told}` } })
  const desk = as(people, 'wuhua')
  const list = await desk.get(`/api/records/resident-appeal?number=${begun.number}`)
  const record = String(JSON.parse(list.text).rows[0].id)
  const does = (login: string, command: string, given: object) =>
    asks(as(people, login), `/api/resident-appeal/${record}/${command}`, { data: given })
  await does('wuhua', 'dispatch', dispatching)
  await does('huashan-jingban', 'sign', {})
  await does('huashan-jingban', 'reveal', { reason: '核实地点' })
  await does('huashan-jingban', 'contact', { how: 'phone' })
  const dueOn = dayOf(Date.now() + 7 * dayMs)
  await does('lingdao', 'instruct', { instruction: '请认真办理', unit: street, dueOn })
  await does('huashan-jingban', 'submitAnswer', { publicAnswer: '已现场处理，请您查看' })
  const other = { detail: '别的居民反映路灯不亮', reporter: { name: '别人', phone: '15400000001' } }
  const second = await asks(nobody, '/api/public/appeals', { data: other, area: community })
  people.set('another resident', await follows(url, nobody, second))
  people.set('nobody', nobody)
  const seen = await Promise.all(
    [desk, as(people, 'lingdao')].map((who) => who.get(`/api/record/${record}`)),
  )
  const links = seen.flatMap(({ text }) => JSON.parse(text).links)
  return [...new Set([record, ...links.map(({ id }: { id: string }) => id)])]
}

const documented = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string().optional() }))),
})

/** Words of the appeal that tell nothing of anybody. */
export const known = encodeURIComponent('城管局')

/** Every documented GET with the ids of what is there filled in. */
export async function everyPath(
  who: Visitor,
  records: readonly string[],
): Promise<readonly string[]> {
  const document = await who.get('/api/openapi.json')
  const { paths } = documented.parse(JSON.parse(document.text))
  const kinds = ['resident-appeal', 'instruction', 'grid-finding', 'street-whistle']
  const fill: Readonly<Record<string, readonly string[]>> = {
    id: records,
    kind: kinds,
    unit: ['10000', String(department)],
    what: ['people', 'accounts', 'posts', 'privacy', 'templates'],
    name: ['categories'],
  }
  const found = Object.entries(paths).flatMap(([path, methods]) => {
    if (methods['get'] === undefined) return []
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return names.reduce<readonly string[]>(
      (made, name) =>
        made.flatMap((one) =>
          (fill[name] ?? ['x']).map((value) => one.replace(`{${name}}`, value)),
        ),
      [path],
    )
  })
  const list = '/api/records/resident-appeal'
  const asked = ['name', 'phone'].flatMap((key) => {
    const value = encodeURIComponent(key === 'name' ? marker.name : marker.phone)
    return [`${list}?q=${value}`, `/api/search?q=${value}`, `${list}?phone=${value}`]
  })
  const sheets = ['xlsx', 'csv', 'csv-gb18030'].map(
    (format) => `${list}/export?format=${format}&reason=${encodeURIComponent('核对')}`,
  )
  // A workbook takes its time: one of them stands for all.
  const quick = found.map((path) => (path.endsWith('/export') ? `${path}?format=csv` : path))
  return [...quick, ...asked, ...sheets, `${list}?open=1`, `${list}?q=${known}`]
}
