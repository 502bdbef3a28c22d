import { useState } from 'react'
import { lengthOf, limits, type Problems } from '../ask/checks.ts'
import type { Appeal } from '../net/appeal.ts'
import { TextField } from '../parts/TextField.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { WordsField } from '../parts/WordsField.tsx'
import { phoneProblem, plainPhone } from '../phone.ts'
import { DeedForm } from './DeedForm.tsx'
import { useDeed } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

/** Puts right what one wrote oneself. */
export function Rewrite() {
  return (
    <WithAppeal title="更正我写的内容" back="appeal" command="rewrite">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const { number, detail, spot } = appeal
  const { words, change, send, sending, problem } = useDeed(number, 'rewrite', { detail, spot })
  const { tried, problems, check } = useProblems()
  const [numbersKept, keepNumbers] = useState<readonly string[]>([])
  const field = (name: string) => ({
    id: name,
    error: problems[name],
    value: words[name] ?? '',
    onChange: (next: string) => {
      change({ [name]: next })
    },
  })
  const masking = { numbersKept, onKeep: keepNumbers }
  const submit = async () => {
    if (check(problemsIn(words))) check(await send(dataOf(words, appeal)))
  }
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={problem}
      sending={sending}
      label="更正"
      onSend={() => void submit()}
    >
      <WordsField
        {...field('detail')}
        {...masking}
        label="事情的经过"
        rows={7}
        max={limits.detail}
      />
      <WordsField {...field('spot')} {...masking} label="具体位置" rows={2} max={limits.spot} />
      <TextField
        {...field('phone')}
        label="换一个联系电话（不换就不填）"
        type="tel"
        autoComplete="tel"
      />
      <TextField
        {...field('name')}
        label="怎么称呼您（换电话时填，可以不填）"
        autoComplete="name"
      />
    </DeedForm>
  )
}

type Words = Readonly<Record<string, string>>

function problemsIn(words: Words): Problems {
  const detail = lengthOf(words['detail'] ?? '')
  const spot = lengthOf(words['spot'] ?? '')
  const phone = words['phone'] ?? ''
  const wrongPhone = phone.trim() === '' ? undefined : phoneProblem(phone)
  return {
    ...(detail < 4 ? { detail: '写得太短了，请说明是什么事' } : {}),
    ...(detail > limits.detail ? { detail: `最多 ${limits.detail} 字，您写了 ${detail} 字` } : {}),
    ...(spot > limits.spot ? { spot: `最多 ${limits.spot} 字，您写了 ${spot} 字` } : {}),
    ...(wrongPhone === undefined ? {} : { phone: wrongPhone }),
  }
}

/** Only what was changed, and the text, which has to be there. */
function dataOf(words: Words, appeal: Appeal): Readonly<Record<string, unknown>> {
  const spot = (words['spot'] ?? '').trim()
  const phone = plainPhone(words['phone'] ?? '')
  return {
    detail: (words['detail'] ?? '').trim(),
    ...(spot === appeal.spot.trim() ? {} : { spot }),
    ...(phone === '' ? {} : { reporter: { name: (words['name'] ?? '').trim(), phone } }),
  }
}
