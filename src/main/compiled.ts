import { mkdirSync, statSync } from 'node:fs'
import { constants, enableCompileCache, flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Takes modules as an earlier start compiled them, and has this one's kept, in the first of some
 * folders that can be written: reading the types out of a thousand files is half of a start. Where
 * none can, a start takes longer. Whoever may write there decides what the program does.
 */
export function useCompiled(folders: readonly string[]): void {
  folders.some((folder) => {
    if (!isOwn(folder)) return false
    const { status } = enableCompileCache(folder)
    return status !== constants.compileCacheStatus.FAILED
  })
}

/** A folder that nobody else may write to; made where it is not there yet. */
function isOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { mode } = statSync(folder)
    return process.platform === 'win32' || (mode & 0o022) === 0
  } catch {
    return false
  }
}

/** Beside the packages, which are of the same owner; for an account that may not write there, in its
 *  home folder. */
export function compiledFolders(env: NodeJS.ProcessEnv): readonly string[] {
  return [
    fileURLToPath(new URL('../../node_modules/.cache/tongxin', import.meta.url)),
    resolve(env['TONGXIN_HOME']?.trim() || '.tongxin', 'compiled'),
  ]
}

/** Writes down what was compiled so far: a process that is killed later does not get to it. */
export function keepCompiled(): void {
  setTimeout(flushCompileCache, afterMs).unref()
}

/** By then the first requests have been answered, and what they ran was compiled too. */
const afterMs = 3_000
