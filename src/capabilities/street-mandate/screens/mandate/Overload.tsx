import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { get } from '../../../../web/api/client.ts'
import { useGo } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import type { OverloadView } from './view.ts'
import './mandate.css'

/** One street: what it carries beside what it has to carry it with, and the six mechanisms that are
 *  to bring the two together. Numbers are of the street, never of a person. */
export function Overload() {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const area = Number(params['street'])
  const go = useGo()
  const me = useMe()
  const isStreet = useDirectory().areas.get(area)?.level === 'street'
  const query = useQuery({
    queryKey: ['overload', area, me.post.id],
    queryFn: () => get<OverloadView>('/api/mandate/overload', { area }),
    enabled: isStreet,
  })
  const { data } = query
  return (
    <PageFrame
      title="街道负担与能力"
      sub={data === undefined ? undefined : `${data.unit} · ${data.since.slice(0, 4)} 年`}
    >
      <div className="filters no-print" role="search">
        <div style={{ width: 260 }}>
          <AreaPicker
            value={area}
            under={me.post.unit.area}
            onChange={(code) => (code === undefined ? undefined : go(`/overload/${code}`))}
            levels={['street']}
            placeholder="选择街道"
          />
        </div>
        <GoLink to="/mandate">职责与准入</GoLink>
      </div>
      {!isStreet ? (
        <div className="sheet">
          <Empty says="请选择一个街道" />
        </div>
      ) : query.error !== null && data === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : data === undefined ? (
        <div className="sheet">
          <Waiting rows={10} />
        </div>
      ) : (
        <Both data={data} />
      )}
    </PageFrame>
  )
}

function Both({ data }: { readonly data: OverloadView }) {
  return (
    <>
      <div className="overload">
        <section className="sheet mandate-part" aria-labelledby="overload-load">
          <h2 id="overload-load">负担</h2>
          <dl className="overload-figures">
            {data.load.map(({ label, n, path }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <GoLink to={path}>{n}</GoLink>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="sheet mandate-part" aria-labelledby="overload-capacity">
          <h2 id="overload-capacity">能力</h2>
          <dl className="overload-figures">
            {data.capacity.map(({ label, n, unit, path }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {path === undefined ? n : <GoLink to={path}>{n}</GoLink>}
                  <span className="quiet small"> {unit}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <section className="sheet mandate-part" aria-labelledby="overload-six">
        <h2 id="overload-six">六项机制</h2>
        <ul className="overload-six">
          {data.mechanisms.map(({ label, about, kinds }) => (
            <li key={label}>
              <b>{label}</b>
              <span className="quiet small">{about}</span>
              <span className="overload-kinds">
                {kinds.map((kind) => (
                  <GoLink key={kind.path} to={kind.path}>
                    {kind.label}
                  </GoLink>
                ))}
                {kinds.length === 0 ? <span className="quiet small">还没有记录</span> : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
