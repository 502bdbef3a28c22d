import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { ListOption } from '../api/types.ts'
import { useLists } from '../api/use-directory.ts'
import { matches } from './AreaPicker.tsx'
import { controlOf } from './control.ts'

type Props = {
  readonly value?: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly id?: string | undefined
  readonly list?: string | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** A choice of two levels; only the lower one can be taken where a lower one exists. */
export function CategoryPicker({ value, onChange, list = 'categories', ...rest }: Props) {
  const lists = useLists()
  const nodes = useMemo(() => levelsOf(lists[list] ?? []), [lists, list])
  return (
    <TreeSelect
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      treeData={nodes}
      showSearch={{ filterTreeNode: (typed, node) => matches(typed, String(node['words'])) }}
      allowClear
      placeholder={rest.placeholder ?? '选择或输入类别'}
      style={{ width: '100%' }}
      styles={{ popup: { root: { maxHeight: 360 } } }}
      {...controlOf(rest)}
    />
  )
}

function levelsOf(options: readonly ListOption[]) {
  return options
    .filter((one) => one.parent === undefined)
    .map((upper) => {
      const children = options
        .filter((one) => one.parent === upper.value)
        .map((one) => ({
          value: one.value,
          title: one.label,
          words: `${upper.label} ${one.label}`,
        }))
      return {
        value: upper.value,
        title: upper.label,
        words: upper.label,
        selectable: children.length === 0,
        children,
      }
    })
}
