import { FieldInput, type FieldInputProps } from '../forms/FieldInput.tsx'
import { text } from '../forms/read-value.ts'
import { PersonPicker } from './PersonPicker.tsx'

/** The control for a field of the settings: the usual ones, and one for people. */
export function SettingInput(props: FieldInputProps) {
  const { field, value, onChange, id, invalid } = props
  if (field.type === 'record' && field.of === 'people')
    return <PersonPicker id={id} value={text(value)} onChange={onChange} invalid={invalid} />
  return <FieldInput {...props} />
}
