import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { Level } from '../../kernel/directory.ts'
import type { WebArea, WebDirectory } from '../api/directory.ts'
import { useDirectory } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { controlOf } from './control.ts'

type Props = {
  readonly value?: number | undefined
  readonly onChange: (code: number | undefined) => void
  readonly id?: string | undefined
  /** Only areas in this one. */
  readonly under?: number | undefined
  readonly levels?: readonly Level[] | undefined
  readonly placeholder?: string | undefined
  readonly invalid?: boolean | undefined
}

type Node = {
  readonly value: number
  readonly title: string
  readonly path: string
  readonly selectable: boolean
  readonly children?: Node[]
}

/** A place of the division tree, by words or step by step. */
export function AreaPicker({ value, onChange, under, levels = usual, ...rest }: Props) {
  const directory = useDirectory()
  const me = useMe()
  const nodes = useMemo(() => treeOf(directory, under, levels), [directory, under, levels])
  const open = useMemo(() => openTo(directory, me.post.unit.area), [directory, me.post.unit.area])
  return (
    <TreeSelect
      value={value}
      onChange={(code: number | undefined) => onChange(code)}
      treeData={nodes}
      treeDefaultExpandedKeys={[...open, ...(value === undefined ? [] : [value])]}
      showSearch={{ filterTreeNode: (typed, node) => matches(typed, String(node['path'])) }}
      treeNodeLabelProp="path"
      allowClear
      placeholder={rest.placeholder ?? '选择或输入区、街道、社区名称'}
      style={{ width: '100%' }}
      styles={{ popup: { root: { maxHeight: 360 } } }}
      {...controlOf(rest)}
    />
  )
}

/** Every word typed must stand somewhere in the path: '五华 翠湖'. */
export function matches(typed: string, path: string): boolean {
  const words = typed.split(/[\s/,,]+/)
  return words.every((word) => path.includes(word))
}

function treeOf(
  directory: WebDirectory,
  under: number | undefined,
  levels: readonly Level[],
): Node[] {
  const nodeOf = (area: WebArea): Node => {
    const children = directory.children(area.code).filter((one) => wanted(one, levels))
    return {
      value: area.code,
      title: area.name,
      path: directory.path(area.code),
      selectable: levels.includes(area.level),
      ...(children.length === 0 ? {} : { children: children.map(nodeOf) }),
    }
  }
  const root = under === undefined ? undefined : directory.areas.get(under)
  return root === undefined ? directory.children(undefined).map(nodeOf) : [nodeOf(root)]
}

const depth: Readonly<Record<Level, number>> = {
  city: 0,
  district: 1,
  street: 2,
  community: 3,
  grid: 4,
}
/** Records lie in communities; a grid is asked for by name only. */
const usual: readonly Level[] = ['city', 'district', 'street', 'community']

function wanted(area: WebArea, levels: readonly Level[]): boolean {
  return depth[area.level] <= Math.max(...levels.map((level) => depth[level]))
}

function openTo(directory: WebDirectory, code: number): readonly number[] {
  const codes: number[] = []
  for (let area = directory.areas.get(code); area !== undefined;) {
    codes.push(area.code)
    area = area.parent === undefined ? undefined : directory.areas.get(area.parent)
  }
  return codes
}
