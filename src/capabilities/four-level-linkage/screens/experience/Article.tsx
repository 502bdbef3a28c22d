import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { useGo } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { WholePage } from '../../../../web/record/WholePage.tsx'
import { Adopters } from './Adopters.tsx'
import './library.css'

/** One experience as an article: read, printed, taken over. */
export function Article() {
  return <WholePage title="经验">{(view) => <ArticleSheet view={view} />}</WholePage>
}

function ArticleSheet({ view }: { readonly view: RecordView }) {
  const text = (name: string) => view.fields.find((field) => field.name === name)?.text ?? ''
  const paragraphs = text('body')
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
  return (
    <article className="sheet article">
      <div className="article-tools no-print">
        <GoLink to="/experience">‹ 示范与经验</GoLink>
        <ArticleButtons view={view} />
      </div>
      <p className="library-kicker">
        <span className="tag">{text('theme')}</span>
        <span className="quiet">
          {text('origin')} · {view.record.openedAt.slice(0, 10)} · {view.record.number}
        </span>
      </p>
      <h1>{view.record.title}</h1>
      <p className="article-lead">{text('problem')}</p>
      <aside className="article-result">
        <h2>成效</h2>
        <p>{text('result')}</p>
      </aside>
      <h2>机制</h2>
      <p>{text('mechanism')}</p>
      {paragraphs.length === 0 ? null : (
        <>
          <h2>怎么做起来的</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      )}
      <h2>适用条件</h2>
      <p>{text('conditions')}</p>
      <Adopters view={view} />
    </article>
  )
}

function ArticleButtons({ view }: { readonly view: RecordView }) {
  const go = useGo()
  const { starts, post } = useMe()
  const origin = view.fields.find(({ name }) => name === 'originArea')?.value
  const mayLearn =
    view.record.state === 'published' &&
    origin !== post.unit.area &&
    starts.some(({ kind }) => kind === 'experience-adoption')
  return (
    <span className="row">
      {mayLearn ? (
        <Button
          type="primary"
          onClick={() => go(`/new/experience-adoption/adopt?origin=${view.record.id}`)}
        >
          学习借鉴
        </Button>
      ) : null}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
      <GoLink to={`/r/${view.record.id}`}>办理过程</GoLink>
    </span>
  )
}
