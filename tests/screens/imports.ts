import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const path = '/import/duty-item/list'
const login = 'bianban'
const id = '0198c0de-0000-7000-8000-000000000001'
const nothing = {
  bad: 0,
  new: 0,
  amend: 0,
  same: 0,
  left: 0,
  made: 0,
  amended: 0,
  refused: 0,
  undone: 0,
  kept: 0,
}

/** A sheet on its way in, step by step. Nothing is written to the city that is photographed. */
export const importShots: readonly Shot[] = [
  { name: 'import', login, path, state: 'normal', shows: 'Excel 模板' },
  { name: 'import-checked', login, path, state: 'normal', shows: 'Excel 模板', act: checked },
  shot('writing', { state: 'writing', busy: true, counts: { ...nothing, made: 640, new: 360 } }),
  shot('written', { state: 'written', counts: { ...nothing, made: 3, amended: 1, bad: 1 } }),
  {
    ...shot('take-back', { state: 'written', counts: { ...nothing, made: 3 } }),
    act: async (page) => {
      await shown(page, { state: 'written', counts: { ...nothing, made: 3 } })
      await page.getByRole('button', { name: '撤回这次新建的 3 件' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]

async function checked(page: Page): Promise<void> {
  const lines = [
    '事项编号,事项名称,职责板块,事项类型,牵头单位,依据,生效日期',
    '98.1,楼道照明管护,平安建设,基本履职,街道,《物业管理条例》,2026年1月1日',
    '98.1,楼道照明管护,平安建设,基本履职,街道,《物业管理条例》,2026年1月1日',
    '98.2,城市照明设施维护,没有的板块,基本履职,街道,《城市照明管理规定》,去年',
  ]
  await page.locator('input[type=file]').setInputFiles({
    name: '履职清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
  await page.getByText('行有问题').first().waitFor()
}

type Job = { readonly state: string; readonly busy?: boolean; readonly counts: object }

function shot(name: string, job: Job): Shot {
  return {
    name: `import-${name}`,
    login,
    path: `${path}?job=${id}`,
    state: 'normal',
    shows: '导入',
    act: (page) => shown(page, job),
  }
}

/** The page of a job that the server is made to tell of. */
async function shown(page: Page, { state, busy = false, counts }: Job): Promise<void> {
  const own = { id, kind: 'duty-item', command: 'list', label: '首次录入', file: '履职清单.xlsx' }
  const input = { endReason: { type: 'code', label: '取消理由', required: true } }
  const json = { ...own, state, busy, counts, at: new Date().toISOString(), total: 1_000 }
  await page.route(`**/api/sheets/jobs/${id}`, (route) =>
    route.fulfill({ json: { ...json, undo: { label: '终止', input } } }),
  )
  const rows = ['楼道照明管护', '占道经营整治', '垃圾分类'].map((title, at) => ({
    line: at + 2,
    result: 'made',
    label: '已新建',
    problems: [],
    record: { id, number: `261122005X${at}`, title },
  }))
  await page.route(`**/api/sheets/jobs/${id}/rows*`, (route) => route.fulfill({ json: { rows } }))
  await page.reload()
  await page.getByRole('status').first().waitFor()
}
