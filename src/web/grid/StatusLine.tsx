import { useShell } from './shell/use-shell.ts'
import { Go } from './parts/Go.tsx'
import { useSnapshot } from './work/use-work.ts'

/** How things stand, in one line that a screen reader says when it changes. */
export function StatusLine() {
  const { me, session, line, entries, sending, keeps } = useSnapshot()
  const { isNew, isSecure } = useShell()
  const waiting = entries.filter(({ state }) => state === 'waiting').length
  const refused = entries.filter(({ state }) => state === 'refused').length
  const says = sentence({ line, waiting, sending, ended: session === 'ended' && me !== undefined })
  return (
    <section className="status" aria-label="发送状态">
      <output className={says === '' ? 'sr' : `line ${line}`}>{says}</output>
      {me !== undefined && session === 'ended' && (
        <p className="line">
          <Go to={{ page: 'account' }} className="button">
            重新登录
          </Go>
        </p>
      )}
      {refused > 0 && (
        <p className="line wrong">
          <Go to={{ page: 'box' }}>{refused} 件平台没有收下，等您决定</Go>
        </p>
      )}
      {!keeps && (
        <p className="line wrong">这个浏览器（或无痕窗口）不保存内容，没发出之前请不要关掉页面。</p>
      )}
      {keeps && !isSecure && (
        <p className="line">
          这个地址不是 https，没有信号时打不开本页；开着的页面照常能写，写好的会存下。
        </p>
      )}
      {isNew && (
        <p className="line">
          <button type="button" className="button" onClick={() => location.reload()}>
            页面有更新，点这里换上
          </button>
        </p>
      )}
    </section>
  )
}

type Standing = {
  readonly line: 'unknown' | 'up' | 'down'
  readonly waiting: number
  readonly sending: boolean
  readonly ended: boolean
}

function sentence({ line, waiting, sending, ended }: Standing): string {
  if (ended) return waiting > 0 ? `登录过期了，${waiting} 件存着没发，登录后接着发` : '登录过期了'
  if (line === 'down')
    return waiting > 0
      ? `没有信号，${waiting} 件存在这台手机上，有信号就发`
      : '没有信号，可以照常写，有信号就发'
  if (sending && waiting > 0) return `正在发送，还有 ${waiting} 件`
  return waiting > 0 ? `${waiting} 件等着发送` : ''
}
