import { explain } from '../../kernel/limit-explained.ts'
import { dueAt, limitText } from '../../kernel/limit.ts'
import { asLimit } from '../../kernel/turn.ts'
import { parameterAt } from '../../kernel/world.ts'
import { residentAppeal } from '../../capabilities/command-response/resident-appeal/kind.ts'
import { cityIso } from '../../platform/http/wire.ts'
import type { CityState } from '../../platform/world/city-state.ts'

/** When an appeal of the category would have to be answered if it were dispatched now, and why. */
export function limitAdvice(state: CityState, category: string | undefined, now: number) {
  const item = state.lists['categories']?.find((one) => one.value === category)
  const name = item?.limitClass
  if (name === undefined) return null
  const limit = asLimit(parameterAt(state.world, `appeal.limit.${name}`, now)?.value)
  if (limit === undefined) return null
  const { due, provisional } = dueAt(state.world.calendar, now, limit)
  const { options } = residentAppeal.fields.limitClass
  return {
    class: name,
    label: options.find((option) => option.value === name)?.label ?? name,
    limitText: limitText(limit),
    due: cityIso(due),
    provisional,
    explain: explain(state.world.calendar, now, limit),
  }
}
