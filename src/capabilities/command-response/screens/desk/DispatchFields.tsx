import { Segmented } from 'antd'
import { useMemo } from 'react'
import type { WebDirectory } from '../../../../web/api/directory.ts'
import { useDirectory, useLists } from '../../../../web/api/use-directory.ts'
import { CategoryPicker } from '../../../../web/forms/CategoryPicker.tsx'
import { FormRow } from '../../../../web/forms/FormRow.tsx'
import { RecordPicker } from '../../../../web/forms/RecordPicker.tsx'
import { UnitPicker } from '../../../../web/forms/UnitPicker.tsx'
import type { FormErrors } from '../../../../web/forms/values.ts'
import { limitClasses } from '../../resident-appeal/fields.ts'
import type { ItemAdvice } from './advice.ts'
import { type Choice, withCategory, withItemId, withLead, withLimitClass } from './choice.ts'
import { forbiddenFor } from './forbidden.ts'

export type DispatchFieldsProps = {
  readonly id: string
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  readonly area: number | undefined
  readonly items: readonly ItemAdvice[]
  readonly errors: FormErrors
}

/** Category, limit, item and lead: filled by a suggestion or by hand, always a person's word. */
export function DispatchFields(props: DispatchFieldsProps) {
  const { id, choice, onChange, items, errors } = props
  const lists = useLists()
  const limitOf = (category: string | undefined) =>
    lists['categories']?.find(({ value }) => value === category)?.limitClass
  const precedent = items.find((item) => item.precedent?.id === choice.precedent)?.precedent
  return (
    <div className="desk-grid">
      <FormRow id={`${id}-category`} label="诉求类别" required error={errors['category']}>
        <CategoryPicker
          id={`${id}-category`}
          value={choice.category}
          onChange={(category) => onChange(withCategory(choice, category, limitOf(category)))}
          invalid={errors['category'] !== undefined}
        />
      </FormRow>
      <FormRow id={`${id}-limitClass`} label="时限类别" required error={errors['limitClass']}>
        <Segmented
          id={`${id}-limitClass`}
          options={limitClasses}
          value={choice.limitClass ?? ''}
          onChange={(value) => onChange(withLimitClass(choice, value))}
        />
      </FormRow>
      <FormRow
        id={`${id}-dutyItem`}
        label="清单事项"
        error={errors['dutyItem']}
        help={
          precedent === undefined ? undefined : `依据裁定 ${precedent.number}：${precedent.says}`
        }
      >
        <RecordPicker
          id={`${id}-dutyItem`}
          kind="duty-item"
          value={choice.dutyItem}
          onChange={(dutyItem) => onChange(withItemId(choice, dutyItem))}
          invalid={errors['dutyItem'] !== undefined}
        />
      </FormRow>
      <LeadRow {...props} />
    </div>
  )
}

function LeadRow({ id, choice, onChange, area, items, errors }: DispatchFieldsProps) {
  const directory = useDirectory()
  const only = useMemo(() => unitsAt(directory, area), [directory, area])
  const item = items.find((one) => one.id === choice.dutyItem)
  const type = choice.lead === undefined ? undefined : directory.units.get(choice.lead)?.type
  const forbidden = forbiddenFor(type, item?.type)
  const reason = item?.lead?.id === choice.lead ? item?.reason : undefined
  return (
    <FormRow
      id={`${id}-lead`}
      label="主办单位"
      required
      error={forbidden?.says ?? errors['lead']}
      help={forbidden?.instead ?? reason}
    >
      <UnitPicker
        id={`${id}-lead`}
        value={choice.lead}
        onChange={(lead) => onChange(withLead(choice, lead))}
        only={only}
        invalid={forbidden !== undefined || errors['lead'] !== undefined}
      />
    </FormRow>
  )
}

/** Units that answer for the place or for an area that holds it; a community only ever assists. */
function unitsAt(directory: WebDirectory, area: number | undefined): readonly number[] | undefined {
  if (area === undefined) return undefined
  return [...directory.units.values()]
    .filter((unit) => unit.type !== 'community' && directory.lies(area, unit.area))
    .map(({ id }) => id)
}
