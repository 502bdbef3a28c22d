import { useState } from 'react'
import type { Appeal } from '../net/appeal.ts'
import { Choices } from '../parts/Choices.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { WordsField } from '../parts/WordsField.tsx'
import { AnswerBox } from './AnswerBox.tsx'
import { DeedForm } from './DeedForm.tsx'
import { judgementData, judgementProblems } from './judgement.ts'
import { useDeed } from './use-deed.ts'
import { WithAppeal } from './WithAppeal.tsx'

/** The person judges: three questions, of which one must be answered, and nobody can change it. */
export function Judge() {
  return (
    <WithAppeal title="请您评价" back="appeal" command="judge">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const deed = useDeed(appeal.number, 'judge')
  const { tried, problems, check } = useProblems()
  const text = (name: string) => deed.words[name] ?? ''
  const judgement = {
    responded: text('responded'),
    solved: text('solved'),
    satisfied: text('satisfied'),
    reason: text('reason'),
    words: text('words'),
  }
  const submit = async () => {
    if (check(judgementProblems(judgement))) check(await deed.send(judgementData(judgement)))
  }
  const choice = (name: keyof typeof judgement) => ({
    id: name,
    value: judgement[name],
    error: problems[name],
    onChange: (value: string) => {
      deed.change({ [name]: value })
    },
  })
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={deed.problem}
      sending={deed.sending}
      label="提交评价"
      onSend={() => void submit()}
    >
      <AnswerBox answer={appeal.answer} />
      <Choices {...choice('solved')} legend="1. 问题解决了吗" choices={solved} />
      {judgement.solved !== '' && judgement.solved !== 'solved' && (
        <Words
          {...choice('reason')}
          max={500}
          label={
            judgement.solved === 'unsolved'
              ? '还有什么没解决（要写）'
              : '还有什么没解决（可以不写）'
          }
          hint="这几句会转给承办单位。没有解决的，会退回去接着办；第二次还没解决的，交上一级办。"
        />
      )}
      <Choices
        {...choice('responded')}
        legend="2. 有没有人联系过您（可以不答）"
        choices={responded}
      />
      <Choices {...choice('satisfied')} legend="3. 您满意吗（可以不答）" choices={satisfied} />
      <Words {...choice('words')} label="还想说的话（可以不写）" max={300} />
      <WhoLearns />
    </DeedForm>
  )
}

type WordsProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly max: number
  readonly onChange: (value: string) => void
}

function Words(props: WordsProps) {
  const [numbersKept, keepNumbers] = useState<readonly string[]>([])
  return <WordsField {...props} rows={3} numbersKept={numbersKept} onKeep={keepNumbers} />
}

function WhoLearns() {
  return (
    <section className="aside" aria-label="谁会知道您的评价">
      <h2>谁会知道</h2>
      <ul className="plain-list">
        <li>承办单位只知道解决了没有、有没有联系过您，以及您写的没解决的地方。</li>
        <li>满不满意和“还想说的话”不记在这件诉求上，只和别人的合在一起看，满五件才显示。</li>
        <li>评价除了您谁也改不了，承办单位不许为评价找您。</li>
      </ul>
    </section>
  )
}

const solved = [
  { value: 'solved', label: '解决了' },
  { value: 'partly', label: '解决了一部分' },
  { value: 'unsolved', label: '没有解决' },
]
const responded = [
  { value: 'yes', label: '联系过' },
  { value: 'no', label: '没有' },
]
const satisfied = [
  { value: 'satisfied', label: '满意' },
  { value: 'fair', label: '基本满意' },
  { value: 'dissatisfied', label: '不满意' },
]
