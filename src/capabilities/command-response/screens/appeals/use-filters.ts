import { useCallback, useState } from 'react'
import { useAddress } from '../../../../web/api/use-address.ts'
import {
  clearing,
  type FilterName,
  type Filters,
  filtersIn,
} from '../../../../web/lists/filters.ts'

export type Chosen = {
  readonly filters: Filters
  readonly set: (changes: Readonly<Partial<Record<FilterName, string | undefined>>>) => void
  /** These and no others. */
  readonly replace: (filters: Filters) => void
  readonly open: string | undefined
  readonly show: (id: string | undefined) => void
}

/** The filters of the list and the record that is open, as the address says. A resident's
 *  telephone number stays out of it: addresses are kept in histories and sent to colleagues. */
export function useFilters(): Chosen {
  const { values, set: setAddress } = useAddress()
  const [phone, setPhone] = useState<string>()
  const filters: Filters = { ...filtersIn(values), ...(phone === undefined ? {} : { phone }) }
  const set = useCallback<Chosen['set']>(
    (changes) => {
      const { phone: wanted, ...rest } = changes
      if ('phone' in changes) setPhone(wanted)
      setAddress(rest, { replace: true })
    },
    [setAddress],
  )
  return {
    filters,
    set,
    replace: (next) => set({ ...clearing(), ...next }),
    open: values['record'],
    show: (id) => setAddress({ record: id }, { replace: values['record'] !== undefined }),
  }
}
