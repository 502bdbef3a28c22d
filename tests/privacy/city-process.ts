import { startRunningCity } from '../../src/main/testing/running-city.ts'

/** The demo city without its past as a process of its own, so that all it says and all it writes can
 *  be looked through. Ends when its input does. */
const city = await startRunningCity((deps) => ({ ...deps, log: 'debug' }))
process.stdout.write(`${JSON.stringify({ url: city.url, databaseUrl: city.databaseUrl })}\n`)
process.stdin.resume()
process.stdin.once('end', () => {
  void city.stop().then(() => process.exit(0))
})
