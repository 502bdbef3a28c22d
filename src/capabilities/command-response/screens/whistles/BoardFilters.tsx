import { Checkbox, Segmented } from 'antd'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useKinds } from '../../../../web/api/use-directory.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { Legend } from './Legend.tsx'

/** Which whistles are shown; what is chosen stands in the address. */
export function BoardFilters() {
  const { values, set } = useAddress()
  const area = values['area']
  return (
    <div className="filters no-print" role="search">
      <Occasions />
      <div style={{ width: 240 }}>
        <AreaPicker
          value={area === undefined ? undefined : Number(area)}
          onChange={(code) => set({ area: code === undefined ? undefined : String(code) })}
          placeholder="所有地区"
        />
      </div>
      <Checkbox
        checked={values['late'] === '1'}
        onChange={(event) => set({ late: event.target.checked ? '1' : undefined })}
      >
        只看超时
      </Checkbox>
      <Legend />
    </div>
  )
}

function Occasions() {
  const { values, set } = useAddress()
  const options = useKinds().get('street-whistle')?.fields['occasion']?.options
  const known = typeof options === 'object' ? options : []
  return (
    <Segmented
      aria-label="哨类"
      value={values['category'] ?? ''}
      onChange={(one) => set({ category: one === '' ? undefined : one })}
      options={[{ value: '', label: '全部' }, ...known.map((one) => ({ ...one }))]}
    />
  )
}
