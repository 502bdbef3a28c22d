import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Of test files, those that read a kind's declaration, directly or through what they import: no
 *  other can notice a mutant of it. */
export function touching(tests: readonly string[], kind: string): ReadonlySet<string> {
  const declares = new Map<string, boolean>()
  const isTouched = (file: string, seen: Set<string>): boolean => {
    if (seen.has(file)) return false
    seen.add(file)
    const text = textOf(file)
    const known =
      declares.get(file) ?? (/defineKind\(/.test(text) && text.includes(`name: '${kind}'`))
    declares.set(file, known)
    return known || importsOf(file, text).some((one) => isTouched(one, seen))
  }
  return new Set(tests.filter((test) => isTouched(test, new Set())))
}

const texts = new Map<string, string>()

function textOf(file: string): string {
  const known = texts.get(file)
  if (known !== undefined) return known
  const text = readFileSync(file, 'utf8')
  texts.set(file, text)
  return text
}

function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(/from '(\.[^']+\.tsx?)'/g)].map(([, path = '']) =>
    resolve(dirname(file), path),
  )
}
