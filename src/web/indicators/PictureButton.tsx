import { PictureOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import type { Picture } from './picture.ts'

const forms = [
  { key: 'png', label: 'PNG 图片' },
  { key: 'svg', label: 'SVG 图片（可放大）' },
]

/** The chart as a picture, made in the page: nothing is sent anywhere. */
export function PictureButton({
  picture,
  name,
}: {
  readonly picture: Picture
  readonly name: string
}) {
  const { message } = App.useApp()
  const take = async (form: string) => {
    const drawn = new Blob([picture.svg], { type: 'image/svg+xml' })
    const file = form === 'svg' ? drawn : await painted(drawn, picture)
    if (file === null) message.error('浏览器没有画出图片，可以改用 SVG')
    else save(file, `${name}.${form}`)
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: forms, onClick: ({ key }) => void take(key) }}>
      <Button className="no-print" size="small" icon={<PictureOutlined />}>
        图片
      </Button>
    </Dropdown>
  )
}

/** Twice the size, so that it stays sharp on paper. */
async function painted(drawn: Blob, { width, height }: Picture): Promise<Blob | null> {
  const address = URL.createObjectURL(drawn)
  try {
    const image = new Image(width * 2, height * 2)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
