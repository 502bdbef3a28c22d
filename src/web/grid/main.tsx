import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../residents/look.css'
import { App } from './App.tsx'
import './grid.css'
import { call } from './net/call.ts'
import { diskStore } from './outbox/disk-store.ts'
import { memoryStore } from './outbox/memory-store.ts'
import { registerShell, sendLater } from './shell/register.ts'
import { keepTrying } from './work/keep-trying.ts'
import { WorkContext } from './work/use-work.ts'
import { openWork } from './work/work.ts'

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('tongxin-grid') : undefined

/** Opens what the device keeps, shows the page, and begins to send. */
async function open(root: HTMLElement): Promise<void> {
  const disk = await diskStore().catch(() => undefined)
  // Kept as long as the device can, not as long as it likes.
  void navigator.storage.persist().catch(() => false)
  const work = openWork({
    store: disk ?? memoryStore(),
    keeps: disk !== undefined,
    call: (asked) => call((path, init) => fetch(path, init), asked),
    now: Date.now,
    locks: 'locks' in navigator ? navigator.locks : undefined,
    tell: () => channel?.postMessage('changed'),
    waits: () => void sendLater(),
  })
  await work.open()
  channel?.addEventListener('message', () => {
    void work.reread()
    // Somebody may have signed in again in the other tab.
    if (work.get().session === 'ended') void work.round()
  })
  createRoot(root).render(
    <StrictMode>
      <WorkContext value={work}>
        <App />
      </WorkContext>
    </StrictMode>,
  )
  keepTrying(work)
}

registerShell()
const root = document.getElementById('root')
if (root !== null) void open(root)
