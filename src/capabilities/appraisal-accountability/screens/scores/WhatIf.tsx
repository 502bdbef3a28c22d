import { Button, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { ScoreItem } from '../../../../kernel/fair/score.ts'
import { type Change, changedItems, type Changes, itemsWith, withChange } from './what-if.ts'
import { adjustWords, valueText } from './words.ts'

/** What would come out with other points, bounds and adjustments. Nothing of it is kept anywhere but
 *  in the address. */
export function WhatIf({
  items,
  changes,
  set,
  children,
}: {
  readonly items: readonly ScoreItem[]
  readonly changes: Changes
  readonly set: (changes: Changes) => void
  /** What else can be tried, and what is done with it. */
  readonly children: ReactNode
}) {
  const tried = itemsWith(items, changes)
  const changed = new Set(changedItems(items, changes).map(({ id }) => id))
  const [before, after] = [sumOf(items), sumOf(tried)]
  return (
    <section className="sheet overview-part score-what-if no-print" aria-labelledby="score-what-if">
      <div className="row spread">
        <h2 id="score-what-if">假设试算</h2>
        <span className="quiet small">只在地址里，不保存；发给同事看到的是同一个试算</span>
      </div>
      <div className="overview-scroll">
        <table className="overview-table score-items">
          <thead>
            <tr>
              <th scope="col">评分项</th>
              <th scope="col">分值</th>
              <th scope="col">满分值</th>
              <th scope="col">零分值</th>
              <th scope="col">折算</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <ItemRow
                key={item.id}
                item={item}
                tried={tried[at] ?? item}
                isChanged={changed.has(item.id)}
                change={(change) => set(withChange(changes, item, change))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">
        分值合计 {after}
        {before === after ? '' : `（原 ${before}）`}
      </p>
      {changed.size === 0 ? null : (
        <div className="score-what-next">
          {children}
          <Button onClick={() => set({})}>评分项恢复原样</Button>
        </div>
      )}
    </section>
  )
}

function ItemRow({
  item,
  tried,
  isChanged,
  change,
}: {
  readonly item: ScoreItem
  readonly tried: ScoreItem
  readonly isChanged: boolean
  readonly change: (change: Change) => void
}) {
  const scale = tried.adjust === 'none' ? 100 : 1
  const bound = (name: 'full' | 'zero', label: string) => (
    <td data-label={label}>
      <InputNumber
        aria-label={`${item.label}：${label}`}
        value={Math.round(tried[name] * scale * 1e6) / 1e6}
        step={tried.adjust === 'difficulty' ? 0.05 : 1}
        min={0}
        suffix={units[tried.adjust]}
        onChange={(value) => {
          if (value !== null) change({ [name]: value / scale })
        }}
      />
      {item[name] === tried[name] && item.adjust === tried.adjust ? null : (
        <span className="quiet small"> 原 {valueText(item, item[name])}</span>
      )}
    </td>
  )
  return (
    <tr className={isChanged ? 'score-changed' : undefined}>
      <th scope="row">{item.label}</th>
      <td data-label="分值">
        <InputNumber
          aria-label={`${item.label}：分值`}
          value={tried.points}
          min={0}
          max={1000}
          onChange={(value) => {
            if (value !== null) change({ points: value })
          }}
        />
        {item.points === tried.points ? null : (
          <span className="quiet small"> 原 {item.points}</span>
        )}
      </td>
      {bound('full', '满分值')}
      {bound('zero', '零分值')}
      <td data-label="折算">
        <Select<ScoreItem['adjust']>
          aria-label={`${item.label}：折算`}
          value={tried.adjust}
          options={adjusts}
          style={{ width: 112 }}
          onChange={(adjust) => change({ adjust, ...usual[adjust] })}
        />
      </td>
    </tr>
  )
}

const adjusts = (['none', 'population', 'difficulty'] as const).map((value) => ({
  value,
  label: adjustWords[value],
}))

const units: Readonly<Record<ScoreItem['adjust'], string>> = {
  none: '%',
  population: '件/万人',
  difficulty: '倍',
}

/** Bounds mean something else in another measure: a trial begins with some that can be read. */
const usual: Readonly<Record<ScoreItem['adjust'], Pick<ScoreItem, 'full' | 'zero'>>> = {
  none: { full: 1, zero: 0 },
  population: { full: 0, zero: 100 },
  difficulty: { full: 1.2, zero: 0.8 },
}

function sumOf(items: readonly ScoreItem[]): number {
  return Math.round(items.reduce((sum, { points }) => sum + points, 0) * 100) / 100
}
