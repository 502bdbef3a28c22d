import { Segmented } from 'antd'
import { useAddress } from '../../../../web/api/use-address.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { CaseCard } from './CaseCard.tsx'
import { found } from './library.ts'
import { LibraryFilters } from './LibraryFilters.tsx'
import { SiteCard } from './SiteCard.tsx'
import { useLibrary } from './use-library.ts'
import './library.css'

const siteStates = 'cultivating,applied,trying,assessed,promoted'

/** Experience worth reading, and the sites where it was tried. */
export function Library() {
  const { values, set } = useAddress()
  const isSites = values['view'] === 'sites'
  const cases = useLibrary('experience-case', 'published')
  const sites = useLibrary('demonstration-site', siteStates)
  const { data: rows, error, refetch } = isSites ? sites : cases
  const shown = found(rows ?? [], {
    words: values['q'] ?? '',
    theme: values['theme'],
    district: values['district'],
  })
  return (
    <PageFrame
      title="示范与经验"
      sub={rows === undefined ? undefined : `${shown.length} ${isSites ? '个示范点' : '篇经验'}`}
      extra={<StartButton kind={isSites ? 'demonstration-site' : 'experience-case'} />}
    >
      <div className="filters no-print" role="search">
        <Segmented<string>
          value={isSites ? 'sites' : 'cases'}
          options={[
            { value: 'cases', label: `经验 ${cases.data?.length ?? ''}` },
            { value: 'sites', label: `示范点 ${sites.data?.length ?? ''}` },
          ]}
          onChange={(view) => set({ view: view === 'sites' ? view : undefined, theme: undefined })}
        />
        <LibraryFilters rows={rows ?? []} values={values} set={set} />
      </div>
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {rows === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : null}
      {rows !== undefined && shown.length === 0 ? (
        <Empty says={rows.length === 0 ? '还没有发布的内容' : '没有符合这些条件的内容'}>
          {rows.length === 0 ? '报送的经验经审核发布后在这里' : '可以换个词，或清除筛选'}
        </Empty>
      ) : null}
      <div className="library">
        {shown.map((row) =>
          isSites ? <SiteCard key={row.id} row={row} /> : <CaseCard key={row.id} row={row} />,
        )}
      </div>
    </PageFrame>
  )
}
