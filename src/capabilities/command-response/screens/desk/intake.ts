import type { FormValues } from '../../../../web/forms/values.ts'
import { contact, number, text, texts } from '../../../../web/forms/read-value.ts'
import { type Choice, given } from './choice.ts'

/** What a person at the desk has written of a call so far, read from the form's draft. */
export type Intake = {
  readonly channel: string
  readonly area?: number | undefined
  readonly detail: string
  readonly title: string
  readonly spot: string
  readonly reporter: { readonly name?: string | undefined; readonly phone?: string | undefined }
  readonly keepSecret: boolean
  readonly complained?: number | undefined
  readonly source: string
  readonly sourceNumber: string
  readonly photos: readonly string[]
}

export function intakeOf(values: FormValues): Intake {
  const words = (name: string) => text(values[name]) ?? ''
  return {
    channel: text(values['channel']) ?? 'phone',
    area: number(values['area']),
    detail: words('detail'),
    title: words('title'),
    spot: words('spot'),
    reporter: contact(values['reporter']),
    keepSecret: values['keepSecret'] === true,
    complained: number(values['complained']),
    source: words('source'),
    sourceNumber: words('sourceNumber'),
    photos: texts(values['photos']),
  }
}

export function registerData(intake: Intake, choice: Choice): FormValues {
  const { reporter, keepSecret, photos } = intake
  const name = reporter.name?.trim()
  const phone = reporter.phone?.trim()
  const person = given({ name, phone })
  return given({
    channel: intake.channel,
    detail: intake.detail.trim(),
    title: intake.title.trim(),
    spot: intake.spot.trim(),
    reporter: Object.keys(person).length === 0 ? undefined : person,
    keepSecret: keepSecret || undefined,
    complained: intake.complained,
    source: intake.source.trim(),
    sourceNumber: intake.sourceNumber.trim(),
    photos: photos.length === 0 ? undefined : photos,
    category: choice.category,
    limitClass: choice.limitClass,
  })
}

/** What an appeal cannot be registered without, by field. */
export function missingFromIntake(intake: Intake): Readonly<Record<string, string>> {
  return {
    ...([...intake.detail.trim()].length < 4 ? { detail: '请写下诉求内容，至少 4 个字' } : {}),
    ...(intake.area === undefined ? { area: '请选择发生在哪里' } : {}),
  }
}
