/** Everything pure code may not do, a shell may. */
export async function wait(ms: number): Promise<number> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
  return Date.now() + Math.random()
}
