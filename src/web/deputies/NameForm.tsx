import { App, Button, DatePicker, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type FormEvent, useState } from 'react'
import { type ApiError, asApiError } from '../api/api-error.ts'
import { useMe } from '../api/use-me.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { type Deputies, useChangeDeputy } from './use-deputies.ts'

/** Names a colleague for the days one is away, for the post one acts in now. */
export function NameForm({ data }: { readonly data: Deputies }) {
  const me = useMe()
  if (data.post.isDeputy)
    return <p className="note-box">您现在以代理岗位办理，代理来的岗位不能再交给别人。</p>
  return (
    <section className="sheet deputies-part" aria-labelledby="deputies-name">
      <h2 id="deputies-name">请人代理</h2>
      <p className="quiet">
        代理人在这段时间多一个岗位：{me.post.unit.name}{' '}
        {me.post.title === '' ? me.post.roleName : me.post.title}
        。办的每件事都写明代您办理，您回来可以逐件查看。
      </p>
      {data.may.length === 0 ? (
        <p className="note-box">本单位和上级单位没有可以代理的同事，请联系系统管理员。</p>
      ) : (
        <DaysForm may={data.may} />
      )}
    </section>
  )
}

function DaysForm({ may }: Pick<Deputies, 'may'>) {
  const me = useMe()
  const change = useChangeDeputy()
  const { message } = App.useApp()
  const [person, setPerson] = useState<string>()
  const [days, setDays] = useState<readonly [string, string]>([me.today, me.today])
  const [error, setError] = useState<ApiError>()
  const send = async () => {
    setError(undefined)
    try {
      await change.mutateAsync({ path: '', body: { person, from: days[0], to: days[1] } })
      setPerson(undefined)
      message.success('已指定代理，到期自动结束')
    } catch (problem) {
      setError(asApiError(problem))
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (person !== undefined) void send()
      }}
    >
      <FormRow id="deputy-person" label="代理人" required>
        <Select
          id="deputy-person"
          showSearch={{ optionFilterProp: 'label' }}
          value={person ?? null}
          placeholder="选择同事"
          options={may.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string) => setPerson(value)}
        />
      </FormRow>
      <FormRow id="deputy-days" label="起止日期" required help="两天都算在内，最长一年">
        <DatePicker.RangePicker
          id="deputy-days"
          allowClear={false}
          minDate={dayjs(me.today)}
          value={[dayjs(days[0]), dayjs(days[1])]}
          onChange={(range) => setDays(daysOf(range) ?? days)}
        />
      </FormRow>
      {error === undefined ? null : <ErrorBox error={error} />}
      <div>
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={person === undefined}
        >
          指定代理
        </Button>
      </div>
    </form>
  )
}

function daysOf(range: readonly (Dayjs | null)[] | null): readonly [string, string] | undefined {
  const [from, to] = range ?? []
  return from && to ? [from.format('YYYY-MM-DD'), to.format('YYYY-MM-DD')] : undefined
}
