import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Line, moreIsBetter } from './line.ts'
import { openClient, signIn } from './product/client.ts'
import { openDatabases, withProduct } from './product/databases.ts'
import { desk } from './load/appeal-life.ts'
import { seconds } from './starting.ts'

const jobShape = z.object({ state: z.string(), counts: z.object({ made: z.number() }) })

/** A sheet of appeals brought in through the rules: rows looked at, and rows written, a second. */
export async function sheetLines({ rows }: { readonly rows: number }): Promise<readonly Line[]> {
  const databases = await openDatabases()
  try {
    const url = await databases.copy('sheets')
    return await withProduct({ home: databases.home, url }, async (product) => {
      const asked = await signedIn(product.url)
      const until = async (job: string, state: string) => {
        for (;;) {
          const told = jobShape.parse(await asked(`/api/sheets/jobs/${job}`))
          if (told.state === state) return told
          await pause(50)
        }
      }
      const form = new FormData()
      form.append('file', new Blob([sheetOf(rows)]), '诉求.csv')
      const looked = seconds()
      const sent = await asked('/api/sheets/resident-appeal/register', form)
      const { id } = z.object({ id: z.string() }).parse(sent)
      await until(id, 'checked')
      const checked = rows / looked()
      const wrote = seconds()
      await asked(`/api/sheets/jobs/${id}/write`, { only: 'all' })
      const { counts } = await until(id, 'written')
      const written = counts.made / wrote()
      const limit = 1000
      const unit = 'rows/s'
      return [
        moreIsBetter({ name: 'sheet-checked', ours: checked, limit, unit }),
        moreIsBetter({ name: 'sheet-written', ours: written, limit, unit }),
      ]
    })
  } finally {
    await databases.stop()
  }
}

function sheetOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `第${at}盏路灯不亮请派人来修,电话,王某 15400000001,路灯不亮`,
  )
  return ['诉求内容,来源渠道,诉求人,诉求类别', ...lines].join('\n')
}

async function signedIn(url: string) {
  const client = openClient(url)
  await signIn(client, desk)
  const cookie = client.cookie()
  client.close()
  return async (path: string, sent?: FormData | object): Promise<unknown> => {
    const isForm = sent instanceof FormData
    const answer = await fetch(new URL(path, url), {
      method: sent === undefined ? 'GET' : 'POST',
      headers: {
        'x-tongxin': '1',
        cookie,
        ...(sent === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? sent : sent === undefined ? null : JSON.stringify(sent),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}
