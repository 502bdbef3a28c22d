// breach: return-await
export async function read(run: () => Promise<number>) {
  try {
    return run()
  } catch {
    return 0
  }
}
