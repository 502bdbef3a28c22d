import { ConfigProvider, Typography } from 'antd'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)

function App() {
  return (
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <Typography.Title>同心</Typography.Title>
    </ConfigProvider>
  )
}
