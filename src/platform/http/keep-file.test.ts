import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { incoming, keepFile } from './keep-file.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongxin-files-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('a file lies there whole, and nothing is left of the way there', async () => {
  await keepFile(folder, 'ab/abc', Buffer.from('照片'))
  await keepFile(folder, 'ab/abc', Buffer.from('照片'))
  expect(await readFile(join(folder, 'ab/abc'), 'utf8')).toBe('照片')
  expect(await readdir(join(folder, incoming))).toEqual([])
})

test('a file that cannot be written whole leaves the one that was there before', async () => {
  await keepFile(folder, 'ab/abc', Buffer.from('照片'))
  // What cannot be brought to its place stands for a disk that fills up on the way.
  await expect(keepFile(folder, 'ab', Buffer.from('照片'))).rejects.toThrow(
    /EEXIST|EISDIR|ENOTEMPTY|ENOTDIR/u,
  )
  expect(await readFile(join(folder, 'ab/abc'), 'utf8')).toBe('照片')
  expect(await readdir(join(folder, incoming))).toEqual([])
})
