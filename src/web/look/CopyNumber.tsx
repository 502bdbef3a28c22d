import { CopyOutlined } from '@ant-design/icons'
import { App } from 'antd'

/** A number people say aloud and paste into other systems: one click copies it. */
export function CopyNumber({ value }: { readonly value: string }) {
  const { message } = App.useApp()
  const copy = async () => {
    if (await copied(value)) message.success(`已复制 ${value}`)
    else message.warning('浏览器不让复制，请手动选中')
  }
  return (
    <button
      type="button"
      className="linklike nowrap"
      onClick={() => void copy()}
      aria-label={`复制编号 ${value}`}
    >
      {value} <CopyOutlined className="no-print" />
    </button>
  )
}

/** Without https the clipboard is withheld; the old way still works there. */
async function copied(text: string): Promise<boolean> {
  if (window.isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
