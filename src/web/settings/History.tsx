import { exactText } from '../look/time-left.ts'
import type { SettingField } from './types.ts'
import { useSettingOne } from './use-setting.ts'

/** Every version of a setting: what it was, from when, and who wrote it. */
export function History({
  what,
  id,
  fields,
}: {
  readonly what: string
  readonly id: string
  readonly fields: readonly SettingField[]
}) {
  const { data } = useSettingOne(what, id)
  const history = data?.history ?? []
  if (history.length === 0) return null
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  return (
    <section className="settings-history">
      <h3>历次修改</h3>
      <ol>
        {history.map((version) => (
          <li key={version.version}>
            <div>
              {Object.entries(version.text)
                .map(([name, words]) => `${labelOf(name)}：${words}`)
                .join('；')}
            </div>
            <div className="quiet small">
              {version.from === undefined ? '' : `${version.from} 起 `}
              {version.by === undefined ? '' : `· ${version.by} `}
              {version.at === undefined ? '' : `· ${exactText(version.at)} 修改`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
