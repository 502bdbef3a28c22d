import type { LiveState } from './live.ts'
import { useLiveState } from './use-live.ts'

const words: Readonly<Record<LiveState, string>> = {
  starting: '正在连接',
  live: '实时更新',
  cut: '已断开，正在重连；每 10 秒更新一次',
  polling: '每 10 秒更新一次',
}

/** How fresh the numbers are. A cut line is no alarm: they go on coming, less often. */
export function LiveMark() {
  const state = useLiveState()
  return (
    <span className="quiet small nowrap no-print" role="status">
      <span aria-hidden="true">{state === 'live' ? '●' : '○'}</span> {words[state]}
    </span>
  )
}
