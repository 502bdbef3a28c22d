let last = Date.now()

/** Whether nobody has touched this page for a while: what it asks then, it asks by itself, and that
 *  does not keep anybody signed in. */
export function isQuiet(): boolean {
  return Date.now() - last > quietMs
}

const quietMs = 60_000

for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(kind, () => (last = Date.now()), { capture: true, passive: true })
