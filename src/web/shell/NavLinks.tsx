import { useAddress } from '../api/use-address.ts'
import { useRefresh } from '../api/use-ask.ts'
import { useMe } from '../api/use-me.ts'
import { GoLink } from '../look/GoLink.tsx'
import { entryOf, isAt, useNav } from './nav-entries.tsx'

export function NavLinks({ onGo }: { readonly onGo?: () => void }) {
  const { path } = useAddress()
  const { posts, post } = useMe()
  const refresh = useRefresh()
  const waiting = posts.find((one) => one.id === post.id)?.waiting ?? 0
  return (
    <>
      {useNav().map((screen) => (
        <GoLink
          key={screen.path}
          to={entryOf(screen)}
          apart={screen.apart}
          className={isAt(screen, path) ? 'nav-link active' : 'nav-link'}
          {...(isAt(screen, path) ? { 'aria-current': 'page' as const } : {})}
          onClick={() => {
            // Whoever chooses an entry wants to see what is there now, also where one is already.
            refresh()
            onGo?.()
          }}
        >
          {screen.icon}
          {screen.label}
          {screen.nav === 'todo' && waiting > 0 ? <span className="count">{waiting}</span> : null}
        </GoLink>
      ))}
    </>
  )
}
