import { MenuOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useAddress } from '../api/use-address.ts'
import { useRefresh } from '../api/use-ask.ts'
import { GoLink } from '../look/GoLink.tsx'
import { NavLinks } from './NavLinks.tsx'
import { entryOf, isAt, useNav } from './nav-entries.tsx'
import { PostList } from './PostSwitch.tsx'

/** On a phone the first three sorts of work stand under the thumb, the rest behind one more. */
export function BottomBar() {
  const nav = useNav()
  const { path } = useAddress()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  return (
    <nav className="bottom-bar no-print" aria-label="主导航">
      {nav.slice(0, 3).map((screen) => (
        <GoLink
          key={screen.path}
          to={entryOf(screen)}
          apart={screen.apart}
          className={isAt(screen, path) ? 'active' : ''}
          onClick={refresh}
        >
          {screen.icon}
          {screen.label}
        </GoLink>
      ))}
      <button type="button" onClick={() => setOpen(true)}>
        <MenuOutlined />
        更多
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title="更多" size={300}>
        <div className="stack">
          <NavLinks onGo={() => setOpen(false)} />
          <hr style={{ width: '100%', border: 0, borderTop: '1px solid var(--line)' }} />
          <PostList onGo={() => setOpen(false)} />
        </div>
      </Drawer>
    </nav>
  )
}
