// breach: consistent-type-definitions
export interface Unit {
  readonly name: string
}
