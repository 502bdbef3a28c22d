import { placeOf } from '../../kernel/directory.ts'
import type { Instant } from '../../kernel/time.ts'
import { dutyItem } from '../../capabilities/street-mandate/duty-item.ts'
import { ask } from '../../platform/asking/ask.ts'
import { prepare } from '../../platform/asking/prepare.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import { CITY_CODE } from './areas.ts'
import { demoBegan, demoId } from './base.ts'
import { dutyItems } from './duty-items.ts'
import { CITY_IDS } from './unit.ts'

/** Enters the duty list through the kernel, item by item, as its keeper would. Asks carry ids of
 *  their own, so that a start after a broken one goes on where it stopped. */
export async function enterDutyList(
  deps: AskDeps,
  { now, progress }: { now: Instant; progress: (done: number, total: number) => void },
): Promise<void> {
  const place = placeOf(deps.worldOf(CITY_CODE).directory, CITY_CODE)
  const fields = dutyItem.starts.list.input ?? {}
  const keeper = {
    id: demoId('post admin 1'),
    person: demoId('person admin'),
    unit: CITY_IDS.arbiter,
    role: 'arbiter',
  } as const
  for (const [at, item] of dutyItems.entries()) {
    const { number, name, block, type, lead, cooperating, basis, categories, keywords } = item
    const raw = {
      number,
      name,
      block,
      type,
      lead,
      cooperating,
      basis,
      categories,
      keywords,
      validFrom: demoBegan(now),
    }
    const answer = await ask(deps, {
      id: demoId(`duty item ${number}`),
      city: CITY_CODE,
      kind: dutyItem.name,
      command: 'list',
      actor: { by: 'post', post: keeper },
      at: now,
      place,
      prepared: prepare(fields, raw, deps),
    })
    if (!answer.ok && answer.refused !== 'claimTaken')
      throw new Error(`duty item ${number}: ${answer.says}`)
    progress(at + 1, dutyItems.length)
  }
}
