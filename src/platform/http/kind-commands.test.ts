import { expect, test } from 'vitest'
import type { Kind } from '../../kernel/kind.ts'
import { matter } from '../testing/kinds.ts'
import { commandRecording } from './kind-commands.ts'

test('what happened is worded by the command that recorded it, also where another state has one of the same name', () => {
  const [open, closed] = [matter.states['open'], matter.states['closed']]
  if (open === undefined || closed === undefined) throw new Error('no such states')
  const again = { label: '再记', by: ['lead'], records: 'NotedAfterwards', says: '再记' }
  const kind: Kind = {
    ...matter,
    states: { open, closed: { ...closed, commands: { note: again } } },
  }
  expect(commandRecording(kind, 'Noted', undefined)?.label).toBe('记录')
  expect(commandRecording(kind, 'NotedAfterwards', undefined)?.label).toBe('再记')
})
