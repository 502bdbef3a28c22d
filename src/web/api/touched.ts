let last = Date.now()

/** Whether nobody has touched this page for a while: what it asks then, it asks by itself, and that
 *  does not keep anybody signed in. */
export function isQuiet(): boolean {
  return Date.now() - last > quietMs
}

const quietMs = 60_000

/** Notes from now on when somebody touches the page. */
export function watchTouch(page: EventTarget): void {
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    page.addEventListener(kind, () => (last = Date.now()), { capture: true, passive: true })
}
