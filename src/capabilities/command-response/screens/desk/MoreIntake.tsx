import { Input } from 'antd'
import { FilesInput } from '../../../../web/forms/FilesInput.tsx'
import { FormRow } from '../../../../web/forms/FormRow.tsx'
import { UnitPicker } from '../../../../web/forms/UnitPicker.tsx'
import type { IntakeFieldsProps } from './IntakeFields.tsx'

/** What few appeals need: folded away, but never while something stands in it. */
export function MoreIntake({ id, intake, change, errors }: IntakeFieldsProps) {
  const isUsed =
    [intake.title, intake.source, intake.sourceNumber].some((text) => text !== '') ||
    intake.photos.length > 0 ||
    intake.complained !== undefined ||
    own.some((name) => errors[name] !== undefined)
  return (
    <details className="desk-more" open={isUsed || undefined}>
      <summary>标题、被反映单位、来源编号、照片</summary>
      <div className="desk-grid">
        <FormRow id={`${id}-title`} label="标题" error={errors['title']} help="不填则取内容的开头">
          <Input
            id={`${id}-title`}
            value={intake.title}
            maxLength={60}
            onChange={(event) => change({ title: event.target.value })}
          />
        </FormRow>
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
        <FormRow id={`${id}-source`} label="来源平台" error={errors['source']}>
          <Input
            id={`${id}-source`}
            value={intake.source}
            maxLength={40}
            onChange={(event) => change({ source: event.target.value })}
          />
        </FormRow>
        <FormRow
          id={`${id}-sourceNumber`}
          label="来源编号"
          error={errors['sourceNumber']}
          help="同一来源的同一编号只登记一次"
        >
          <Input
            id={`${id}-sourceNumber`}
            value={intake.sourceNumber}
            maxLength={60}
            onChange={(event) => change({ sourceNumber: event.target.value })}
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

const own = ['title', 'source', 'sourceNumber', 'photos', 'complained']
