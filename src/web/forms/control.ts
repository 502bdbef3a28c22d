type Control = { readonly id?: string | undefined; readonly invalid?: boolean | undefined }

/** What every control is told of its row: the label's target, and whether it is wrong. */
export function controlOf({ id, invalid }: Control): {
  readonly id?: string
  readonly status?: 'error'
  readonly 'aria-invalid'?: true
} {
  return {
    ...(id === undefined ? {} : { id }),
    ...(invalid === true ? { status: 'error', 'aria-invalid': true } : {}),
  }
}
