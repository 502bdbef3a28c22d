import type { Shot } from './shot.ts'

type Base = Pick<Shot, 'name' | 'shows'> &
  Required<Pick<Shot, 'login' | 'path' | 'asks'>> & { readonly title: string }

/** The usual states of a screen that stands on one request; `empty` is what it says of nothing. */
export function withStates(base: Base, empty?: string | RegExp): readonly Shot[] {
  const { asks: _, title, ...rest } = base
  const { name } = base
  return [
    { ...rest, state: 'normal' },
    ...(empty === undefined
      ? []
      : [{ ...base, name: `${name}-empty`, state: 'empty', shows: empty } as const]),
    { ...base, name: `${name}-failing`, state: 'failing', shows: '请稍后再试' },
    { ...base, name: `${name}-loading`, state: 'loading', shows: title },
  ]
}
