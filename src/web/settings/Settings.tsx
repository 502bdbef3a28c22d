import { useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import { useGo } from '../api/use-address.ts'
import { Empty } from '../look/Empty.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { CalendarSection } from './CalendarSection.tsx'
import { ErasureRuns } from './ErasureRuns.tsx'
import { ListSection } from './ListSection.tsx'
import { OfficesNote } from './OfficesNote.tsx'
import { OidcSection } from './OidcSection.tsx'
import { type Section, sectionOf, sections } from './sections.ts'
import { TableSection } from './TableSection.tsx'
import './settings.css'

/** What a city or a district sets up for itself, each in a table of its own. */
export function Settings() {
  const params = useParams({ strict: false })
  const what = 'what' in params ? String(params['what']) : 'units'
  const list = 'name' in params ? String(params['name']) : undefined
  const section = sectionOf(list === undefined ? what : 'lists')
  const go = useGo()
  return (
    <PageFrame title={section === undefined ? '设置' : `设置 · ${section.label}`}>
      <div className="settings">
        <nav className="settings-nav hide-narrow no-print" aria-label="设置">
          {sections.map((one) => (
            <GoLink
              key={one.what}
              to={`/settings/${one.what}`}
              className={one === section ? 'settings-link settings-link-now' : 'settings-link'}
              {...(one === section ? { 'aria-current': 'page' as const } : {})}
            >
              {one.label}
            </GoLink>
          ))}
        </nav>
        <Select
          className="hide-wide"
          aria-label="设置"
          value={section?.what ?? 'units'}
          options={sections.map((one) => ({ value: one.what, label: one.label }))}
          onChange={(to) => go(`/settings/${to}`)}
        />
        <div className="settings-body">
          <OfficesNote />
          <Body section={section} list={list} />
        </div>
      </div>
    </PageFrame>
  )
}

function Body({
  section,
  list,
}: {
  readonly section: Section | undefined
  readonly list: string | undefined
}) {
  if (section === undefined) return <Empty says="没有这项设置">请从左边选择</Empty>
  if (list !== undefined) return <ListSection key={list} name={list} />
  if (section.what === 'calendar') return <CalendarSection section={section} />
  if (section.what === 'oidc') return <OidcSection section={section} />
  return (
    <>
      <TableSection key={section.what} section={section} />
      {section.what === 'privacy' ? <ErasureRuns /> : null}
    </>
  )
}
