import { randomUUID } from 'node:crypto'
import type { Worker } from './workers.ts'

export const desk = 'zuoxi'
export const street = 'huashan-jingban'
export const logins = [desk, street]

const area = 530_102_001
const streetOffice = 10_000

/** Create, assign, sign, resolve, and search by number: four commits and a read, of the given kind. */
export async function appealLife(
  worker: Worker,
  index: number,
  kind = 'resident-appeal',
): Promise<void> {
  const { id, number } = await openAppeal(worker, index, kind)
  const on = (command: string) => `/api/${kind}/${id}/${command}`
  await worker.ask(street, on('sign'), asked({}))
  await worker.ask(street, on('submitAnswer'), asked({ publicAnswer: '路灯已经修好，请再看一看' }))
  await worker.read(desk, `/api/records/${kind}?number=${number}`)
}

type Opened = { readonly id: string; readonly number: string }

/** Create and assign: it then waits at the street. */
export async function openAppeal(worker: Worker, index: number, kind: string): Promise<Opened> {
  const detail = `${index}号楼门前的路灯三天没有亮了，晚上看不清路`
  const words = { title: '路灯不亮', detail, channel: 'phone' }
  const told = await worker.ask(desk, `/api/${kind}/register`, { ...asked(words), area })
  const { id, number }: Opened = JSON.parse(told)
  const dispatch = { lead: streetOffice, category: '0101', limitClass: 'general' }
  await worker.ask(desk, `/api/${kind}/${id}/dispatch`, asked(dispatch))
  return { id, number }
}

function asked(data: Readonly<Record<string, unknown>>) {
  return { ask: randomUUID(), data }
}
