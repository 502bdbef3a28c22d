/** The picture behind a file's id, for whoever holds the link; nothing when it could not be had. */
export async function loadPicture(id: string, token: string): Promise<Blob | undefined> {
  const response = await fetch(`/api/files/${id}`, {
    headers: { authorization: `Link ${token}` },
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => undefined)
  const blob = response?.ok === true ? await response.blob().catch(() => undefined) : undefined
  return blob?.type.startsWith('image/') === true ? blob : undefined
}

const patienceMs = 60_000
