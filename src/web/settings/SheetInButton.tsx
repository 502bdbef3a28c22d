import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { SheetIn } from './SheetIn.tsx'
import './settings.css'

/** Takes a sheet in where its rows are shown. */
export function SheetInButton({ path }: { readonly path: string }) {
  const [taking, setTaking] = useState(false)
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => setTaking(true)}>
        导入
      </Button>
      {taking ? <SheetIn path={path} onClose={() => setTaking(false)} /> : null}
    </>
  )
}
