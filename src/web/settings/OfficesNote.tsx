import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { get, post } from '../api/client.ts'

type Missing = { readonly role: string; readonly label: string }

/** Tells the system administrator that nobody watches over him yet, and how that is mended. */
export function OfficesNote() {
  const { modal, message } = App.useApp()
  const { data } = useQuery({
    queryKey: ['offices'],
    queryFn: () => get<{ readonly missing: readonly Missing[] }>('/api/offices'),
    retry: false,
  })
  const missing = data?.missing ?? []
  if (missing.length === 0) return null
  const make = async (role: string) => {
    try {
      const { code, label } = await post<{ code: string; label: string }>('/api/offices', { role })
      modal.success({
        title: `请把代码交给${label}本人，只显示这一次`,
        content: (
          <>
            <p className="settings-password">{code}</p>
            <p>本人打开登录页，点“开通三员账号”，自己设账号和密码。七天内有效。</p>
          </>
        ),
        okText: '已经记下',
      })
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <div className="note-box no-print" role="status">
      <b>平台还没有{missing.map(({ label }) => label).join('和')}。</b>
      <p>
        按三员分立，重要岗位应由安全管理员确认，安全日志由安全审计员查看，三者不能是同一人。补齐之前，您授予的岗位立即生效，无人复核。
      </p>
      <div className="row">
        {missing.map(({ role, label }) => (
          <Button key={role} onClick={() => void make(role)}>
            给{label}一次性代码
          </Button>
        ))}
      </div>
    </div>
  )
}
