// oxlint-disable-next-line no-console -- the console is what this file is about
export const n = 1
