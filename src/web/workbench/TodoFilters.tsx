import { Checkbox, Select } from 'antd'
import type { Todos } from '../api/types.ts'
import { useAddress } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { groupLabels, groupNames } from './groups.ts'

/** The groups with their counts, and what else narrows the list; all in the address. */
export function TodoFilters({ groups }: { readonly groups: Todos['groups'] | undefined }) {
  const { values, set } = useAddress()
  const kinds = useKinds()
  const all =
    groups === undefined ? undefined : groupNames.reduce((sum, name) => sum + groups[name], 0)
  return (
    <div className="todo-filters">
      <div className="group-tabs" role="group" aria-label="按时限">
        <GroupTab
          label="全部"
          count={all}
          on={values['group'] === undefined}
          choose={() => set({ group: undefined })}
        />
        {groupNames.map((name) => (
          <GroupTab
            key={name}
            label={groupLabels[name]}
            count={groups?.[name]}
            late={name === 'late'}
            on={values['group'] === name}
            choose={() => set({ group: name })}
          />
        ))}
      </div>
      <div className="row">
        <Select
          size="small"
          aria-label="事项类别"
          value={values['kind'] ?? ''}
          options={[
            { value: '', label: '全部类别' },
            ...[...kinds.values()].map((kind) => ({ value: kind.name, label: kind.label })),
          ]}
          onChange={(kind) => set({ kind: kind === '' ? undefined : kind })}
          style={{ width: 128 }}
        />
        <Checkbox
          checked={values['mine'] === '1'}
          onChange={(event) => set({ mine: event.target.checked ? '1' : undefined })}
        >
          只看我在办的
        </Checkbox>
      </div>
    </div>
  )
}

function GroupTab({
  label,
  count,
  late = false,
  on,
  choose,
}: {
  readonly label: string
  readonly count: number | undefined
  readonly late?: boolean
  readonly on: boolean
  readonly choose: () => void
}) {
  return (
    <button
      type="button"
      className={on ? 'group-tab on' : 'group-tab'}
      aria-pressed={on}
      onClick={choose}
    >
      {label}
      <b className={late && (count ?? 0) > 0 ? 'clock-late' : ''}>{count ?? '·'}</b>
    </button>
  )
}
