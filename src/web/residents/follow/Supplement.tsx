import { useState } from 'react'
import { lengthOf } from '../ask/checks.ts'
import type { Appeal } from '../net/appeal.ts'
import { useProblems } from '../parts/use-problems.ts'
import { WordsField } from '../parts/WordsField.tsx'
import { DeedForm } from './DeedForm.tsx'
import { useDeed } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

const max = 1000

/** Adds to what was said. */
export function Supplement() {
  return (
    <WithAppeal title="补充说明" back="appeal" command="supplement">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const { words, change, send, sending, problem } = useDeed(appeal.number, 'supplement')
  const { tried, problems, check } = useProblems()
  const [numbersKept, keepNumbers] = useState<readonly string[]>([])
  const text = words['words'] ?? ''
  const submit = async () => {
    const length = lengthOf(text)
    const wrong = length === 0 ? '请写要补充的内容' : `最多 ${max} 字，您写了 ${length} 字`
    if (check(length === 0 || length > max ? { words: wrong } : {}))
      check(await send({ words: text.trim() }))
  }
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={problem}
      sending={sending}
      label="提交补充"
      onSend={() => void submit()}
    >
      <WordsField
        id="words"
        label="补充的内容"
        hint="新的情况、更准确的地点或时间。原来写的不会变。"
        error={problems['words']}
        value={text}
        rows={6}
        max={max}
        numbersKept={numbersKept}
        onKeep={keepNumbers}
        onChange={(next) => {
          change({ words: next })
        }}
      />
    </DeedForm>
  )
}
