import { Button, Input } from 'antd'
import { findPersonalNumbers, maskNumbers } from '../../kernel/personal-numbers.ts'
import { controlOf } from './control.ts'

type Props = {
  readonly value?: string | undefined
  readonly onChange: (value: string) => void
  readonly id?: string | undefined
  readonly rows?: number | undefined
  readonly max?: number | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly describedBy?: string | undefined
  readonly autoFocus?: boolean | undefined
}

const kinds = { mobile: '手机号', landline: '电话号码', identity: '身份证号' } as const

/** Free words. Numbers of persons typed into them are seen by all who read; hiding them is offered. */
export function MaskedText({ value = '', onChange, rows = 4, ...rest }: Props) {
  const found = findPersonalNumbers(value)
  const names = [...new Set(found.map((one) => kinds[one.kind]))].join('、')
  const shared = {
    value,
    placeholder: rest.placeholder,
    'aria-describedby': rest.describedBy,
    autoFocus: rest.autoFocus === true,
    ...controlOf(rest),
    ...(rest.max !== undefined && rest.max > 40
      ? { count: { max: rest.max, show: true, strategy: lengthOf } }
      : {}),
  }
  return (
    <div className={rows > 1 && 'count' in shared ? 'counted' : ''}>
      {rows > 1 ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: 14 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      {found.length === 0 ? null : (
        <div className="mask-offer" role="status">
          <span>
            文中有 {found.length} 处{names}，能看到本件的人都会看到。
          </span>
          <Button size="small" onClick={() => onChange(maskNumbers(value))}>
            遮盖号码
          </Button>
        </div>
      )}
    </div>
  )
}

function lengthOf(text: string): number {
  return [...text].length
}
