/** How a figure is named in addresses, inputs and lines: 'N13', or 'N13#solved' for one part. */
export function figureKey(id: string, part: string | undefined): string {
  return part === undefined ? id : `${id}#${part}`
}

export function figureNamed(key: string): {
  readonly id: string
  readonly part: string | undefined
} {
  const [id = key, part] = key.split('#')
  return { id, part }
}
