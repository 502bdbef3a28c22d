import { Input } from 'antd'
import { FilesInput } from '../../../../web/forms/FilesInput.tsx'
import { FormRow } from '../../../../web/forms/FormRow.tsx'
import { UnitPicker } from '../../../../web/forms/UnitPicker.tsx'
import type { IntakeFieldsProps } from './intake-fields-props.ts'

/** What few appeals need: folded away, but never while something stands in it. */
export function MoreIntake(props: IntakeFieldsProps) {
  const { id, intake, change, errors } = props
  const isUsed =
    [intake.title, intake.source, intake.sourceNumber].some((text) => text !== '') ||
    intake.photos.length > 0 ||
    intake.complained !== undefined ||
    own.some((name) => errors[name] !== undefined)
  return (
    <details className="desk-more" open={isUsed || undefined}>
      <summary>标题、被反映单位、来源编号、照片</summary>
      <div className="desk-grid">
        {lines.map((line) => (
          <LineRow key={line.name} line={line} {...props} />
        ))}
        <FormRow
          id={`${id}-complained`}
          label="被反映单位"
          error={errors['complained']}
          help="它和它的下属不会接到这件诉求"
        >
          <UnitPicker
            id={`${id}-complained`}
            value={intake.complained}
            onChange={(complained) => change({ complained })}
          />
        </FormRow>
      </div>
      <FormRow id={`${id}-photos`} label="现场照片" error={errors['photos']}>
        <FilesInput
          id={`${id}-photos`}
          value={intake.photos}
          onChange={(photos) => change({ photos })}
          max={6}
        />
      </FormRow>
    </details>
  )
}

const lines = [
  { name: 'title', label: '标题', max: 60, help: '不填则取内容的开头' },
  { name: 'source', label: '来源平台', max: 40, help: '如：省热线平台' },
  { name: 'sourceNumber', label: '来源编号', max: 60, help: '同一来源的同一编号只登记一次' },
] as const

const own = [...lines.map(({ name }) => name), 'photos', 'complained']

function LineRow({
  line: { name, label, max, help },
  id,
  intake,
  change,
  errors,
}: IntakeFieldsProps & { readonly line: (typeof lines)[number] }) {
  return (
    <FormRow id={`${id}-${name}`} label={label} error={errors[name]} help={help}>
      <Input
        id={`${id}-${name}`}
        value={intake[name]}
        maxLength={max}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </FormRow>
  )
}
