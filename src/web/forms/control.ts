type Control = {
  readonly id?: string | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** What every control is told of its row: the label's target, and whether it is wrong. Outside a
 *  form there is no label, and the placeholder names it. */
export function controlOf({ id, invalid, placeholder }: Control): {
  readonly id?: string
  readonly status?: 'error'
  readonly 'aria-invalid'?: true
  readonly 'aria-label'?: string
} {
  const named = placeholder === undefined ? {} : { 'aria-label': placeholder }
  return {
    ...(id === undefined ? named : { id }),
    ...(invalid === true ? { status: 'error', 'aria-invalid': true } : {}),
  }
}
