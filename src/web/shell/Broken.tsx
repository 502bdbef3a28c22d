import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'

/** A page that could not be shown; the frame around it stays. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const boundary = useQueryErrorResetBoundary()
  const again = () => {
    boundary.reset()
    reset()
  }
  return <ErrorBox error={error} retry={again} />
}

export function NotHere() {
  return (
    <div className="sheet">
      <Empty says="没有这个页面，地址可能不完整">
        <GoLink to="/">回到待办</GoLink>
      </Empty>
    </div>
  )
}
