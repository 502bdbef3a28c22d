import { Segmented, Select } from 'antd'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { byUrgency, byUse, lackingLists, topicsOf } from './lists.ts'
import { ListColumn } from './ListColumn.tsx'
import { NeedCard } from './NeedCard.tsx'
import { OwnBalance } from './OwnBalance.tsx'
import { ProjectCard } from './ProjectCard.tsx'
import { ResourceCard } from './ResourceCard.tsx'
import { useMarket } from './use-market.ts'
import './market.css'

const levels = ['city', 'district', 'street', 'community'] as const

/** 三张清单: what communities lack, what units open, and what came of both, side by side. */
export function Market() {
  const { values, set } = useAddress()
  const { post, city } = useMe()
  const area = Number(values['area'] ?? post.unit.area)
  const { needs, resources, projects, error, retry } = useMarket(area)
  const place = useDirectory().areas.get(area)?.name ?? ''
  const isLoaded = needs !== undefined && resources !== undefined && projects !== undefined
  return (
    <PageFrame title="三张清单" sub={`${place}的需求、资源、项目`} extra={<Beginnings />}>
      <div className="filters no-print" role="search">
        <div style={{ width: 280, maxWidth: '100%' }}>
          <AreaPicker
            value={area}
            onChange={(code) => set({ area: code === undefined ? undefined : String(code) })}
            levels={levels}
            under={city.code}
          />
        </div>
        <Select<string>
          allowClear
          aria-label="服务类别"
          placeholder="服务类别"
          value={values['topic'] ?? null}
          options={topicsOf(needs ?? [], resources ?? [])}
          onChange={(topic: string | undefined) => set({ topic })}
          style={{ width: 168 }}
        />
      </div>
      {error === null ? null : <ErrorBox error={error} retry={retry} />}
      {isLoaded ? (
        <Lists needs={needs} resources={resources} projects={projects} />
      ) : error === null ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : null}
    </PageFrame>
  )
}

type Whole = Required<ReturnType<typeof useMarket>>
type Loaded = {
  readonly [K in 'needs' | 'resources' | 'projects']: NonNullable<Whole[K]>
}

function Lists(all: Loaded) {
  const { values, set } = useAddress()
  const topic = values['topic']
  const view = values['view'] ?? 'needs'
  const needs = byUrgency(all.needs.filter((one) => topic === undefined || one.topic === topic))
  const resources = byUse(all.resources.filter((one) => topic === undefined || one.topic === topic))
  const lacking = lackingLists(all)
  return (
    <>
      {lacking.length === 0 ? null : (
        <p className="market-lacking" role="status">
          缺清单：这里还没有{lacking.join('、')}
        </p>
      )}
      <div className="market-switch no-print">
        <Segmented<string>
          block
          value={view}
          options={[
            { value: 'needs', label: `需求 ${needs.length}` },
            { value: 'resources', label: `资源 ${resources.length}` },
            { value: 'projects', label: `项目 ${all.projects.length}` },
          ]}
          onChange={(next) => set({ view: next }, { replace: true })}
        />
      </div>
      <div className="market">
        <ListColumn
          title="需求清单"
          name="needs"
          all={needs}
          card={(need) => <NeedCard key={need.id} need={need} resources={all.resources} />}
          none={{ says: '没有等待对接的需求', hint: '社区列出需求后在这里，久未对接的排在前面' }}
          isChosen={view === 'needs'}
        />
        <ListColumn
          title="资源清单"
          name="resources"
          all={resources}
          card={(resource) => <ResourceCard key={resource.id} resource={resource} />}
          none={{ says: '还没有向这里开放的资源', hint: '单位开放场地、人才、设备、服务后在这里' }}
          isChosen={view === 'resources'}
        />
        <ListColumn
          title="项目清单"
          name="projects"
          all={all.projects}
          card={(project) => <ProjectCard key={project.id} project={project} />}
          none={{ says: '还没有共建项目', hint: '在需求下面认领一项资源，就成了项目' }}
          isChosen={view === 'projects'}
        />
      </div>
    </>
  )
}

/** What this post brings to the market: a need, or a resource. */
function Beginnings() {
  const { post } = useMe()
  return (
    <span className="row">
      <OwnBalance />
      <StartButton kind={post.unit.type === 'community' ? 'community-need' : 'unit-resource'} />
    </span>
  )
}
