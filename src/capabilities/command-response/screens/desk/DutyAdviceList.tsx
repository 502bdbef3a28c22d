import { firstKey, type ItemAdvice, slotsPerSort, type Suggested } from './advice.ts'
import { PickRow } from './PickRow.tsx'

/** Items of the duty list that fit: who leads, who cooperates, and the sentence that says why. */
export function DutyAdviceList({
  items,
  chosen,
  onPick,
}: {
  readonly items: readonly ItemAdvice[]
  readonly chosen: string | undefined
  readonly onPick: (suggested: Suggested) => void
}) {
  return (
    <section className="advice-part">
      <h3>履职清单</h3>
      {items.length === 0 ? (
        <p className="quiet small">清单里没有找到对应事项，请按职责选择主办单位。</p>
      ) : (
        <ul>
          {items.slice(0, slotsPerSort).map((item, at) => (
            <PickRow
              key={item.id}
              keyNumber={firstKey.item + at}
              isChosen={item.id === chosen}
              disabled={item.lead === null}
              onPick={() => onPick({ sort: 'item', item })}
              head={
                <>
                  {item.number} {item.name}{' '}
                  <span className={`duty duty-${item.type}`}>{item.typeLabel}</span>
                </>
              }
            >
              <ItemWhy item={item} />
            </PickRow>
          ))}
        </ul>
      )}
    </section>
  )
}

function ItemWhy({ item }: { readonly item: ItemAdvice }) {
  const { lead, cooperating, reason, forbidden, precedent } = item
  return (
    <>
      <span className="pick-line">
        <b>{lead === null ? '此地没有对应的牵头单位' : `牵头：${lead.name}`}</b>
        {cooperating.length === 0
          ? ''
          : `；配合：${cooperating.map(({ name }) => name).join('、')}`}
      </span>
      <span className="pick-line">{reason}</span>
      {forbidden === undefined ? null : (
        <span className="pick-line advice-forbidden">✕ {forbidden}</span>
      )}
      {precedent === undefined ? null : (
        <span className="pick-line advice-precedent">
          ⚖ 裁定 {precedent.number}：{precedent.says}
        </span>
      )}
    </>
  )
}
