/** '2026-08-03T17:00:00+08:00' as '8月3日 17:00'. The server writes the city's own time. */
export function momentWords(iso: string): string {
  const parts = /^\d{4}-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(iso)
  return parts === null ? iso : `${Number(parts[1])}月${Number(parts[2])}日 ${parts[3]}`
}

/** The same with its year, for paper. */
export function datedWords(iso: string): string {
  const year = /^(\d{4})-/.exec(iso)
  return year === null ? iso : `${year[1]}年${momentWords(iso)}`
}

/** An instant in the form the server writes: the city's time, whatever the device's. */
export function cityTime(instant: number): string {
  if (Number.isNaN(instant)) return ''
  return `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
