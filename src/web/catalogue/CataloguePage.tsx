import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { useScreens } from '../shell/registry.tsx'
import { startPath } from '../shell/StartButton.tsx'
import { type Catalogue, type CatalogueKind, groupsOf } from './catalogue.ts'
import './catalogue.css'

/** Everything this post may see or begin, by field of work. */
export function CataloguePage() {
  const [typed, setTyped] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['rows', 'catalogue'],
    queryFn: () => get<Catalogue>('/api/catalogue'),
  })
  useKeys({
    '/': () => {
      const box = document.getElementById('catalogue-words')
      if (box instanceof HTMLInputElement) box.focus()
    },
  })
  const groups = data === undefined ? [] : groupsOf(data, typed)
  return (
    <PageFrame title="全部事项" sub="您的岗位能看到或能发起的各类事项">
      <div className="no-print catalogue-search">
        <Input.Search
          id="catalogue-words"
          allowClear
          aria-label="查找事项"
          placeholder="事项名称或用途"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {data === undefined && error !== null ? (
        <ErrorBox error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={10} />
        </div>
      ) : null}
      {data !== undefined && groups.length === 0 ? (
        <div className="sheet">
          <Empty says={typed === '' ? '这个岗位还没有能看到的事项' : `没有找到“${typed}”`}>
            {typed === '' ? '可以在右上角切换岗位' : '可以换个词，或清空再看全部'}
          </Empty>
        </div>
      ) : null}
      {groups.map((group) => (
        <section key={group.name} className="catalogue-group">
          <h2>
            {group.label} <span className="quiet">{group.kinds.length} 类</span>
          </h2>
          <ul className="catalogue">
            {group.kinds.map((one) => (
              <KindCard key={one.kind} one={one} />
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  )
}

function KindCard({ one }: { readonly one: CatalogueKind }) {
  const { screens } = useScreens()
  const { kind, label, about, off, starts, open, waiting } = one
  return (
    <li className="sheet catalogue-kind">
      <div className="row spread catalogue-name">
        <GoLink to={`/k/${kind}`} className="strong">
          {label}
        </GoLink>
        {off ? <span className="tag">未启用</span> : null}
      </div>
      <p className="quiet small">{about}</p>
      <div className="row small catalogue-counts">
        {waiting === 0 ? null : (
          <GoLink to={`/?kind=${kind}`} className="tag tag-work">
            待我办 {waiting}
          </GoLink>
        )}
        <span className="quiet">{open === 0 ? '本单位没有在办' : `本单位在办 ${open}`}</span>
      </div>
      <div className="row catalogue-ways">
        {starts.map((start) => (
          <GoLink
            key={start.command}
            to={startPath(screens, start)}
            className="no-print catalogue-start"
          >
            <PlusOutlined aria-hidden="true" /> {start.label}
          </GoLink>
        ))}
        <GoLink to={`/k/${kind}`} className="no-print">
          列表
        </GoLink>
        <GoLink to={`/help/${kind}`} className="no-print">
          说明
        </GoLink>
      </div>
    </li>
  )
}
