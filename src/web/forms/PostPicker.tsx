import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { get } from '../api/client.ts'
import type { ColleagueView } from '../api/types.ts'
import { useMe } from '../api/use-me.ts'
import { controlOf } from './control.ts'

type Props = {
  readonly value?: string | undefined
  readonly onChange: (post: string | undefined) => void
  readonly id?: string | undefined
  /** Another unit than one's own. */
  readonly unit?: number | undefined
  readonly invalid?: boolean | undefined
}

/** A colleague's post. */
export function PostPicker({ value, onChange, id, unit, invalid }: Props) {
  const me = useMe()
  const of = unit ?? me.post.unit.id
  const posts = useQuery({
    queryKey: ['posts', of],
    queryFn: () => get<readonly ColleagueView[]>(`/api/unit/${of}/posts`),
  })
  const options = (posts.data ?? [])
    .filter((post) => post.id !== me.post.id)
    .map((post) => ({
      value: post.id,
      label: `${post.personName} · ${post.title === '' ? post.roleName : post.title}`,
    }))
  return (
    <Select<string | undefined>
      value={value}
      onChange={(post) => onChange(post)}
      options={options}
      loading={posts.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={posts.isError ? '没能读到同事名单，请重新打开' : '本单位没有其他岗位'}
      placeholder="选择同事"
      allowClear
      style={{ width: '100%' }}
      {...controlOf({ id, invalid })}
    />
  )
}
