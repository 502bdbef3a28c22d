import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import type { Address } from '../../../../web/api/use-address.ts'
import { VersionDifference } from './VersionDifference.tsx'
import type { DutyBlockView, MandateView } from './view.ts'

const order = ['党群工作', '平安建设', '城市管理', '社区建设', '民生保障', '综合保障']

/** The duty list in numbers, its versions, and what one of them changes. */
export function DutySummary({
  list,
  version,
  set,
}: {
  readonly list: MandateView['list']
  readonly version: string | undefined
  readonly set: Address['set']
}) {
  const blocks = list.blocks.toSorted((a, b) => order.indexOf(a.block) - order.indexOf(b.block))
  return (
    <section className="sheet mandate-part" aria-labelledby="mandate-list">
      <div className="row spread">
        <h2 id="mandate-list">
          职责清单{' '}
          <span className="quiet">
            {blocks.length} 个板块 {list.total} 项
          </span>
        </h2>
        <GoLink to="/duty-list">看清单</GoLink>
      </div>
      <p className="quiet small">
        基本履职可以下派；配合履职由牵头或配合部门下派；上级收回的不能下派街道。
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>板块</th>
            <th className="number">基本</th>
            <th className="number">配合</th>
            <th className="number">收回</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block) => (
            <BlockRow key={block.block} block={block} />
          ))}
        </tbody>
      </table>
      <Versions versions={list.versions} version={version} set={set} />
      {list.cited.length === 0 ? null : <Cited cited={list.cited} />}
    </section>
  )
}

function Versions({
  versions,
  version,
  set,
}: {
  readonly versions: MandateView['list']['versions']
  readonly version: string | undefined
  readonly set: Address['set']
}) {
  return (
    <>
      <h3>版本</h3>
      <ul className="mandate-versions">
        {versions.map((one) => (
          <li key={one.id}>
            <div className="row">
              <GoLink to={`/r/${one.id}`}>{one.name}</GoLink>
              <StateTag
                tone={
                  one.state === 'published' ? 'rest' : one.state === 'superseded' ? 'end' : 'work'
                }
              >
                {one.stateLabel}
              </StateTag>
              <button
                type="button"
                className="linklike small"
                aria-expanded={version === one.id}
                onClick={() =>
                  set({ version: version === one.id ? undefined : one.id }, { replace: true })
                }
              >
                {version === one.id ? '收起改动' : '看改动'}
              </button>
            </div>
            <div className="quiet small">
              {[one.documentNumber, one.publishedOn && `${one.publishedOn} 公布`]
                .filter((words) => words !== undefined)
                .join('，')}
            </div>
            {version === one.id ? <VersionDifference version={one.id} /> : null}
          </li>
        ))}
      </ul>
      {versions.length === 0 ? <p className="quiet small">清单还没有按版本公布过。</p> : null}
    </>
  )
}

function BlockRow({ block }: { readonly block: DutyBlockView }) {
  return (
    <tr>
      <th scope="row">{block.block}</th>
      <td className="number">{block.basic}</td>
      <td className="number">{block.cooperate}</td>
      <td className="number">{block.withdrawn}</td>
    </tr>
  )
}

function Cited({ cited }: { readonly cited: MandateView['list']['cited'] }) {
  return (
    <>
      <h3>引用最多的事项</h3>
      <ul className="mandate-cited">
        {cited.map((item) => (
          <li key={item.id}>
            <GoLink to={`/r/${item.id}`}>
              {item.number} {item.name}
            </GoLink>
            <span className="quiet small nowrap">{item.times} 次</span>
          </li>
        ))}
      </ul>
    </>
  )
}
