import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { migrate } from '../platform/store/migrate.ts'
import { loadDemoCity } from './demo/load-city.ts'
import { loadWholeYear } from './demo/year/whole-year.ts'
import { openHome } from './open-home.ts'
import { openPlatform } from './wiring.ts'

/**
 * `node src/main/load-year.ts [--count N] [--patterns N] [--hands N]`: loads so many closed records
 * of a year, with their whole lives, into a demo city of its own, to see how the platform bears as
 * much as a real city has. Broken off and begun again it goes on where it was.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    patterns: { type: 'string', default: '3000' },
    hands: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
})
const opened = await openHome(say)
try {
  if (opened.isRunning && process.env['DATABASE_URL'] === undefined)
    throw new Error('平台正在运行：请先停止，再装入一年的数据')
  await migrate(opened.url, say)
  const platform = await openPlatform({ ...opened, say })
  try {
    await loadDemoCity.base(platform, say)
    const count = Number(values.count)
    const loaded = await loadWholeYear(platform, opened, {
      count,
      patterns: Number(values.patterns),
      hands: Number(values.hands),
      progress: progress(count),
    })
    const { lives, rows, seconds, playedIn } = loaded
    const each = (n: number) => Math.round(n / seconds)
    say(`已装入 ${lives} 件，共 ${rows} 行，用时 ${Math.round(seconds)} 秒`)
    say(`每秒 ${each(lives)} 件、${each(rows)} 行；此前推演用时 ${Math.round(playedIn)} 秒`)
  } finally {
    await platform.close()
  }
} finally {
  await opened.close()
}

/** Says every hundredth once. */
function progress(count: number): (done: number) => void {
  let said = 0
  return (done) => {
    const hundredth = Math.floor((done / count) * 100)
    if (hundredth > said) say(`已装入 ${hundredth}%`)
    said = hundredth
  }
}
