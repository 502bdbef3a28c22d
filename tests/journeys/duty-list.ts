import { randomUUID } from 'node:crypto'
import { dutyItem } from '../../src/capabilities/street-mandate/duty-item.ts'
import { placeOf } from '../../src/kernel/directory.ts'
import { addDays, dayOf } from '../../src/kernel/time.ts'
import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import { dutyItems } from '../../src/main/demo/duty-items.ts'
import { CITY_IDS } from '../../src/main/demo/unit.ts'
import { ask } from '../../src/platform/asking/ask.ts'
import { prepare } from '../../src/platform/asking/prepare.ts'
import type { AskDeps } from '../../src/platform/asking/types.ts'

/** Enters the demo city's duty list through the kernel, item by item, as its keeper would. */
export async function enterDutyList(deps: AskDeps): Promise<void> {
  const now = deps.now()
  const place = placeOf(deps.worldOf(CITY_CODE).directory, CITY_CODE)
  const keeper = await deps.db.read
    .selectFrom('post')
    .select(['id', 'person', 'unit'])
    .where('city', '=', CITY_CODE)
    .where('unit', '=', CITY_IDS.arbiter)
    .executeTakeFirstOrThrow()
  const post = { ...keeper, role: 'arbiter' } as const
  for (const { number, name, block, type, lead, cooperating, basis, ...found } of dutyItems) {
    const { categories, keywords } = found
    const own = { number, name, block, type, lead, cooperating, basis, categories, keywords }
    const answer = await ask(deps, {
      id: randomUUID(),
      city: CITY_CODE,
      kind: dutyItem.name,
      command: 'list',
      actor: { by: 'post', post },
      at: now,
      place,
      prepared: prepare(
        dutyItem.starts['list']?.input ?? {},
        { ...own, validFrom: addDays(dayOf(now), -200) },
        deps,
      ),
    })
    if (!answer.ok) throw new Error(`duty item ${number}: ${answer.says}`)
  }
}
