import { go } from '../route.ts'
import { Page } from '../parts/Page.tsx'
import { Unread } from '../parts/Unread.tsx'
import { reads } from '../work/read-ahead.ts'
import { useMe, useReading } from '../work/use-work.ts'
import { categoriesIn, type Category, type CategoryGroup, recentOf } from './categories.ts'
import { BegunNote } from './BegunNote.tsx'
import { useDraft } from './use-draft.ts'
import { useRecent } from './use-recent.ts'

/** The first tap: what sort of thing it is. */
export function Report({ id }: { readonly id?: string | undefined }) {
  const me = useMe()
  const lists = useReading(reads.lists)
  const { draft, change, drop } = useDraft(id)
  const { used } = useRecent('category')
  const groups = categoriesIn(lists.read?.body)
  const recent = recentOf(groups, used)
  const choose = async ({ value, label }: Category) => {
    await change({ category: value, categoryName: label })
    go({ page: 'where', ...(id === undefined ? {} : { id }) })
  }
  return (
    <Page title="看到什么问题？" above={<p className="step">第 1 步，共 3 步 · {me.post.unit}</p>}>
      {id === undefined && draft !== undefined && <BegunNote draft={draft} drop={drop} />}
      {groups.length === 0 && <Unread reading={lists} what="问题类别" />}
      {recent.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">最近用过</h2>
          <Buttons choices={recent} choose={choose} />
        </section>
      )}
      {groups.length > 0 && (
        <section aria-labelledby="all">
          <h2 id="all">{recent.length > 0 ? '全部类别' : '选一类'}</h2>
          {groups.map((group) => (
            <Group key={group.value} group={group} choose={choose} />
          ))}
        </section>
      )}
    </Page>
  )
}

type Choosing = { readonly choose: (category: Category) => Promise<void> }

function Group({ group, choose }: Choosing & { readonly group: CategoryGroup }) {
  if (group.below.length === 0) return <Buttons choices={[group]} choose={choose} />
  return (
    <details className="group" name="category">
      <summary>{group.label}</summary>
      <Buttons choices={group.below} choose={choose} />
    </details>
  )
}

function Buttons({ choices, choose }: Choosing & { readonly choices: readonly Category[] }) {
  return (
    <div className="tiles">
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="button tile"
          onClick={() => void choose(choice)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
