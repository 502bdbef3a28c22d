import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, columnsOf, type Flow, type FlowArrow } from './flow.ts'
import { pictureOf, type Line, type Picture } from './flow-layout.ts'

const flow: Flow = {
  states: [
    { name: 'called', label: '待签收', is: 'working', step: 1 },
    { name: 'disputed', label: '争议待裁', is: 'working', step: 1 },
    { name: 'handling', label: '处置中', is: 'working', step: 2 },
    { name: 'closed', label: '已办结', is: 'end', step: 3 },
  ],
  arrows: [
    arrow(undefined, 'called', '吹哨'),
    arrow('called', 'disputed', '提出争议'),
    arrow('called', 'handling', '签收'),
    arrow('disputed', 'called', '维持'),
    arrow('handling', 'closed', '办结'),
    arrow('closed', 'handling', '重新办理'),
  ],
}

test('states stand in columns by step, and within a step after what leads to them', () => {
  expect(columnsOf(flow)).toEqual([[begin], ['called'], ['disputed'], ['handling'], ['closed']])
})

test('where no step is declared an end stands after what works', () => {
  const states = flow.states.map(({ name, label, is }) => ({ name, label, is }))
  const columns = columnsOf({ ...flow, states })
  expect(columns.at(-1)).toEqual(['closed'])
})

test('every line goes from the right of its source to the left of its target', () => {
  const picture = pictureOf(flow)
  expect(picture.lines).toHaveLength(6)
  for (const line of picture.lines) isAttached(picture, line)
})

test('what leads back runs below all boxes', () => {
  const picture = pictureOf(flow)
  const back = picture.lines.find(({ label }) => label === '重新办理')
  const bottom = Math.max(...picture.boxes.map(({ y, height }) => y + height))
  expect(Math.max(...(back?.points ?? []).map(([, y]) => y))).toBeGreaterThan(bottom)
})

test('in any flow no boxes overlap, no line crosses a box, and lines to different states never lie on one another', () => {
  fc.assert(
    fc.property(flows(), (any) => {
      const picture = pictureOf(any)
      for (const line of picture.lines) {
        isAttached(picture, line)
        for (const run of runs(line))
          for (const box of picture.boxes)
            expect(
              run.x2 > box.x &&
                run.x1 < box.x + box.width &&
                run.y2 > box.y &&
                run.y1 < box.y + box.height,
            ).toBe(false)
      }
      for (const one of picture.lines)
        for (const other of picture.lines)
          if (one.arrow.to !== other.arrow.to)
            for (const a of runs(one)) for (const b of runs(other)) expect(liesOn(a, b)).toBe(false)
    }),
    { numRuns: 60 },
  )
})

function arrow(from: string | undefined, to: string, label: string): FlowArrow {
  return { ...(from === undefined ? {} : { from }), to, label, by: 'people', sometimes: false }
}

function isAttached({ boxes }: Picture, { arrow: { from = begin, to }, points }: Line): void {
  const source = boxes.find(({ name }) => name === from)
  const target = boxes.find(({ name }) => name === to)
  expect(points[0]?.[0]).toBe((source?.x ?? 0) + (source?.width ?? 0))
  expect(points.at(-1)?.[0]).toBe(target?.x)
}

type Run = { x1: number; x2: number; y1: number; y2: number }

function runs({ points }: Line): readonly Run[] {
  return points.slice(1).flatMap(([x, y], at) => {
    const [px, py] = points[at] ?? [x, y]
    const run = {
      x1: Math.min(x, px),
      x2: Math.max(x, px),
      y1: Math.min(y, py),
      y2: Math.max(y, py),
    }
    return run.x1 === run.x2 && run.y1 === run.y2 ? [] : [run]
  })
}

/** Along the same line for more than a point. */
function liesOn(a: Run, b: Run): boolean {
  const level = a.y1 === a.y2 && b.y1 === b.y2 && a.y1 === b.y1
  const upright = a.x1 === a.x2 && b.x1 === b.x2 && a.x1 === b.x1
  if (level) return a.x1 < b.x2 && b.x1 < a.x2
  return upright && a.y1 < b.y2 && b.y1 < a.y2
}

function flows(): fc.Arbitrary<Flow> {
  return fc.integer({ min: 1, max: 7 }).chain((n) => {
    const name = fc.integer({ min: 0, max: n - 1 }).map((at) => `s${at}`)
    return fc
      .record({
        states: fc
          .array(fc.record({ step: fc.integer({ min: 1, max: 4 }), end: fc.boolean() }), {
            minLength: n,
            maxLength: n,
          })
          .map((all) =>
            all.map(({ step, end }, at) => ({
              name: `s${at}`,
              label: `状态${at}`,
              is: end ? ('end' as const) : ('working' as const),
              step,
            })),
          ),
        arrows: fc.array(
          fc.tuple(
            fc.option(name, { nil: undefined }),
            name,
            fc.constantFrom('签收', '退回', '办结'),
          ),
          { maxLength: 16 },
        ),
      })
      .map(({ states, arrows }) => ({
        states,
        arrows: arrows
          .filter(([from, to]) => from !== to)
          .map(([from, to, label]) => arrow(from, to, label)),
      }))
  })
}
