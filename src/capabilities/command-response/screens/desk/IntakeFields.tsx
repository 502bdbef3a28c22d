import { Checkbox, Segmented } from 'antd'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { ContactInput } from '../../../../web/forms/ContactInput.tsx'
import { FormRow } from '../../../../web/forms/FormRow.tsx'
import { MaskedText } from '../../../../web/forms/MaskedText.tsx'
import { channels } from '../../resident-appeal/fields.ts'
import type { IntakeFieldsProps } from './intake-fields-props.ts'
import { MoreIntake } from './MoreIntake.tsx'
import { NamedPlaces } from './NamedPlaces.tsx'

/** What is asked of a caller, in the order in which a caller tells it. */
export function IntakeFields(props: IntakeFieldsProps) {
  const { id, intake, change, errors, under } = props
  return (
    <>
      <FormRow id={`${id}-detail`} label="诉求内容" required error={errors['detail']}>
        <MaskedText
          id={`${id}-detail`}
          rows={4}
          value={intake.detail}
          onChange={(detail) => change({ detail })}
          placeholder="照来电人说的写：什么事、在哪里、多久了"
          invalid={errors['detail'] !== undefined}
          autoFocus
        />
      </FormRow>
      <div className="desk-grid">
        <FormRow id={`${id}-area`} label="发生在哪里" required error={errors['area']}>
          <AreaPicker
            id={`${id}-area`}
            value={intake.area}
            under={under}
            onChange={(area) => change({ area })}
            invalid={errors['area'] !== undefined}
          />
          <NamedPlaces intake={intake} under={under} onPick={(area) => change({ area })} />
        </FormRow>
        <FormRow id={`${id}-spot`} label="具体位置" error={errors['spot']}>
          <MaskedText
            id={`${id}-spot`}
            rows={1}
            value={intake.spot}
            onChange={(spot) => change({ spot })}
            placeholder="路名、门牌、小区、楼栋"
          />
        </FormRow>
      </div>
      <Caller {...props} />
      <MoreIntake {...props} />
    </>
  )
}

const taken = new Set(['phone', 'visit', 'web'])

function Caller({ id, intake, change, errors }: IntakeFieldsProps) {
  return (
    <div className="desk-grid">
      <FormRow id={`${id}-reporter`} label="诉求人" error={errors['reporter']}>
        <ContactInput
          id={`${id}-reporter`}
          value={intake.reporter}
          onChange={(reporter) => change({ reporter })}
          invalid={errors['reporter'] !== undefined}
        />
        <div>
          <Checkbox
            checked={intake.keepSecret}
            onChange={(event) => change({ keepSecret: event.target.checked })}
          >
            要求保密，不让承办单位看到
          </Checkbox>
        </div>
      </FormRow>
      <FormRow id={`${id}-channel`} label="来源渠道" required error={errors['channel']}>
        <Segmented
          id={`${id}-channel`}
          options={channels.filter(({ value }) => taken.has(value))}
          value={intake.channel}
          onChange={(channel) => change({ channel })}
        />
      </FormRow>
    </div>
  )
}
