// breach: no-unnecessary-condition
export const shout = (name: string) => name?.toUpperCase()
