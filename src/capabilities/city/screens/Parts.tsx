import { Button, Input, Select } from 'antd'
import { useDirectory } from '../../../web/api/use-directory.ts'
import { FormRow } from '../../../web/forms/FormRow.tsx'
import type { Chosen } from './chosen.ts'

type Part = { readonly chosen: Chosen; readonly set: (change: Partial<Chosen>) => void }

/** The parts of a division by their names, and which lower area goes to which of them. */
export function Parts({ chosen, set }: Part) {
  const names = chosen.names.length < 2 ? [...chosen.names, '', ''].slice(0, 2) : chosen.names
  return (
    <>
      {names.map((name, at) => (
        <FormRow
          key={at}
          id={`reorganisation-part-${at}`}
          label={at === 0 ? '第 1 部分的名称' : `第 ${at + 1} 部分的名称`}
          required
          wide={false}
          {...(at === 0 ? { help: '没有落到下级的在办事项归第 1 部分' } : {})}
        >
          <Input
            id={`reorganisation-part-${at}`}
            value={name}
            maxLength={60}
            onChange={(event) =>
              set({ names: names.map((old, own) => (own === at ? event.target.value : old)) })
            }
          />
        </FormRow>
      ))}
      <div className="form-row wide">
        <Button size="small" onClick={() => set({ names: [...names, ''] })}>
          再加一个部分
        </Button>
      </div>
      <Goes {...{ chosen, set, names }} />
    </>
  )
}

function Goes({ chosen, set, names }: Part & { readonly names: readonly string[] }) {
  const directory = useDirectory()
  const [from] = chosen.from
  const lower = chosen.of === 'areas' && from !== undefined ? directory.children(from) : []
  if (lower.length === 0) return null
  return (
    <fieldset className="form-row wide reorganisation-goes">
      <legend>下级归哪个部分</legend>
      {lower.map(({ code, name }) => (
        <label key={code} className="row">
          <span>{name}</span>
          <Select
            aria-label={`${name}归`}
            value={chosen.goes[code] ?? 0}
            options={names.map((part, value) => ({
              value,
              label: part === '' ? `第 ${value + 1} 部分` : part,
            }))}
            onChange={(part: number) => set({ goes: { ...chosen.goes, [code]: part } })}
            style={{ width: 180 }}
          />
        </label>
      ))}
    </fieldset>
  )
}
