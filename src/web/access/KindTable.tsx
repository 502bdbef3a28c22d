import type { AccessRow, KindAccess } from '../../kernel/access-matrix.ts'
import { GoLink } from '../look/GoLink.tsx'
import { type AccessView, groundsOf, type KindView, rolesText, verdictOf } from './access.ts'

type Props = {
  readonly access: KindView
  readonly view: AccessView
  /** The role that the address asks about. */
  readonly role: string | undefined
}

/** One kind on a page of its own: who sees it, how one stands to it, and who may do what. */
export function KindTable({ access, view, role }: Props) {
  const headId = `access-${access.kind}`
  return (
    <section className="sheet access-kind" aria-labelledby={headId}>
      <div className="only-print access-paper quiet small">
        {view.city} · {view.day} · SM3 {view.digest.slice(0, 16)}
      </div>
      <h2 id={headId}>
        {access.label} <span className="quiet">{access.groupLabel}</span>
        <GoLink to={`/help/${access.kind}`} className="no-print access-help">
          办理说明
        </GoLink>
      </h2>
      <Sight access={access} />
      <table className="plain-table access-table">
        <thead>
          <tr>
            <th scope="col">办理</th>
            <th scope="col">环节</th>
            <th scope="col">须是</th>
            <th scope="col">{role === undefined ? '可以的岗位' : '该岗位'}</th>
            {role === undefined ? <th scope="col">不可以的岗位</th> : null}
          </tr>
        </thead>
        <tbody>
          {access.rows.map((row) => (
            <Row
              key={`${row.at} ${row.party?.role ?? ''} ${row.command} ${row.by.join()}`}
              {...{ access, row, view, role }}
            />
          ))}
        </tbody>
      </table>
      <Relations access={access} />
    </section>
  )
}

function Row({ access, row, view, role }: Props & { readonly row: AccessRow }) {
  const all = view.roles.map(({ name }) => name)
  const { may, never, others } = verdictOf(access, row, all)
  const chosen = view.roles.find(({ name }) => name === role)
  const isAllowed = chosen !== undefined && may.includes(chosen.name)
  return (
    <tr>
      <td>
        {row.label}
        {row.party === undefined ? null : <div className="quiet small">{row.party.label}</div>}
      </td>
      <td className="small">{whereOf(row)}</td>
      <td className="small">{groundsOf(access, row.by).join('、')}</td>
      {chosen === undefined ? (
        <>
          <td className="small">
            {may.length === 0 && others.length > 0 ? null : rolesText(may, all)}
            {others.length === 0 ? null : <div>{others.join('、')}</div>}
          </td>
          <td className="small">{never.length === 0 ? '' : rolesText(never, all)}</td>
        </>
      ) : (
        <td className={isAllowed ? 'access-may' : 'access-not'}>{isAllowed ? '可以' : '不可以'}</td>
      )}
    </tr>
  )
}

function whereOf({ at, states }: AccessRow): string {
  return at === 'start' ? '新建' : states.map(({ label }) => label).join('、')
}

function Sight({ access }: { readonly access: KindAccess }) {
  const { sees, keptOut, hidden, reveals, revealRequires, handsOut, tellsReaders } = access
  const lines: readonly (readonly [string, string])[] = [
    ['看到记录', groundsOf(access, sees).join('、')],
    ...(keptOut === undefined
      ? []
      : [['一律看不到', `“${keptOut}”和它的下属单位，其他关系也不算数`] as const]),
    ...hidden.map(
      ({ label, seenBy }) =>
        [`“${label}”只给`, groundsOf(access, seenBy).join('、') || '没有人'] as const,
    ),
    ...(reveals.length === 0
      ? []
      : [['查看联系方式', revealWords(groundsOf(access, reveals), revealRequires)] as const]),
    ...(handsOut.length === 0
      ? []
      : [['发放链接', groundsOf(access, handsOut).join('、')] as const]),
    ...(tellsReaders ? [['翻看留痕', '谁打开过都会记下，能看到的人都能看见'] as const] : []),
  ]
  return (
    <dl className="facts access-sight">
      {lines.map(([what, who]) => (
        <div key={what} className="fact">
          <dt className="quiet">{what}</dt>
          <dd>{who}</dd>
        </div>
      ))}
    </dl>
  )
}

function revealWords(who: readonly string[], requires: readonly string[]): string {
  const also = requires.length === 0 ? '' : `；不符合的：${requires.join('、')}`
  return `${who.join('、')}，要写明理由，记入经过${also}`
}

function Relations({ access }: { readonly access: KindAccess }) {
  return (
    <>
      <h3>关系的含义</h3>
      <dl className="facts access-relations">
        {access.relations.map((relation) => (
          <div key={relation.name} className="fact">
            <dt>{relation.label}</dt>
            <dd className="quiet">{relation.means}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
