import { shellIsNew } from './use-shell.ts'

const address = '/grid-worker.js'
const lookAgainMs = 3_600_000

/** Puts the worker behind the page, looks for newer ones, and says when one has taken over. */
export function registerShell(): void {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const hadOne = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) shellIsNew()
  })
  if (hadOne) void sayIfReplaced()
  void serviceWorker
    .register(address, { scope: '/g', updateViaCache: 'none' })
    .then(lookForNewer, () => undefined)
}

/** A newer worker may have taken over while this page was still loading: what it keeps is no longer
 *  what runs here. */
async function sayIfReplaced(): Promise<void> {
  await navigator.serviceWorker.ready
  if ((await caches.match(import.meta.url)) === undefined) shellIsNew()
}

/** Asks the worker to send what waits as soon as there is a line, page or no page. */
export async function sendLater(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: unknown = await navigator.serviceWorker.getRegistration('/g')
  if (hasSync(registration)) await registration.sync.register('outbox').catch(() => undefined)
}

function lookForNewer(registration: ServiceWorkerRegistration): void {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() < looked + lookAgainMs) return
    looked = Date.now()
    void look(registration)
  })
  void look(registration)
}

/** A release that has no worker any more takes this one away: nobody stays with an old page. */
async function look(registration: ServiceWorkerRegistration): Promise<void> {
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (answer?.status === 404) {
    await registration.unregister()
    shellIsNew()
  } else if (answer?.ok === true) await registration.update().catch(() => undefined)
}

type WithSync = { readonly sync: { register(tag: string): Promise<void> } }

function hasSync(registration: unknown): registration is WithSync {
  return typeof registration === 'object' && registration !== null && 'sync' in registration
}
