/** What this device keeps. A browser that keeps nothing (private windows) is no reason to fail. */
export function keep(key: string, value: unknown, where: 'device' | 'tab' = 'device'): void {
  try {
    storeOf(where).setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Full or forbidden: the page goes on with what it has in memory.
  }
}

export function kept(key: string, where: 'device' | 'tab' = 'device'): unknown {
  try {
    const text = storeOf(where).getItem(prefix + key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function forget(key: string, where: 'device' | 'tab' = 'device'): void {
  try {
    storeOf(where).removeItem(prefix + key)
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}

/** Calls when another tab of this device changed what is kept under the key. */
export function onKeptElsewhere(key: string, changed: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === null || event.key === prefix + key) changed()
  }
  addEventListener('storage', listen)
  return () => {
    removeEventListener('storage', listen)
  }
}

const prefix = 'tongxin.r.'

function storeOf(where: 'device' | 'tab'): Storage {
  return where === 'device' ? localStorage : sessionStorage
}
