// breach: no-unnecessary-type-assertion
export const length = (name: string) => (name as string).length
