import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { Band } from './Band.tsx'
import { Chains } from './Chains.tsx'
import { levels, levelsBelow, type Picture } from './picture.ts'
import './linkage.css'

/** The four levels in one picture: what each answers for and does over those below it, what is late,
 *  and how a task goes down from level to level. */
export function Linkage() {
  const { values, set } = useAddress()
  const me = useMe()
  const area = values['area']
  const query = useQuery({
    queryKey: ['linkage', me.post.id, area],
    queryFn: () => get<Picture>('/api/linkage', { area }),
    placeholderData: keepPreviousData,
  })
  const { data: picture } = query
  const own = me.post.unit.area
  return (
    <PageFrame
      title="四级联动"
      sub={picture === undefined ? undefined : `${picture.area.name}及所辖`}
      extra={<StartButton kind="level-task" />}
    >
      <div className="filters no-print" role="search">
        <div style={{ width: 280 }}>
          <AreaPicker
            value={area === undefined ? own : Number(area)}
            onChange={(code) => set({ area: code === undefined ? undefined : String(code) })}
            levels={levels}
            under={own}
          />
        </div>
      </div>
      {query.error !== null && picture === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : picture === undefined ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : (
        <>
          <div className="linkage-bands">
            {picture.bands
              .filter(({ level }) => levelsBelow(picture.area.level).includes(level))
              .map((band) => (
                <Band key={band.level} band={band} area={picture.area.code} />
              ))}
          </div>
          <Chains
            chains={picture.chains}
            open={values['chain']}
            choose={(chain) => set({ chain }, { replace: true })}
          />
        </>
      )}
    </PageFrame>
  )
}
