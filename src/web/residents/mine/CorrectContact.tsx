import { DeedForm } from '../follow/DeedForm.tsx'
import { useDeed } from '../follow/use-deed.ts'
import { WithAppeal } from '../follow/WithAppeal.tsx'
import type { Appeal } from '../net/appeal.ts'
import { TextField } from '../parts/TextField.tsx'
import { useProblems } from '../parts/use-problems.ts'

/** Puts one's name and number right; what was there before is erased. */
export function CorrectContact() {
  return (
    <WithAppeal title="更正联系方式" back="appeal" command="correctContact">
      {(appeal) => <Form appeal={appeal} />}
    </WithAppeal>
  )
}

function Form({ appeal }: { readonly appeal: Appeal }) {
  const { words, change, send, sending, problem } = useDeed(appeal.number, 'correctContact')
  const { tried, problems, check } = useProblems()
  const name = (words['name'] ?? '').trim()
  const phone = (words['phone'] ?? '').trim()
  const submit = async () => {
    const missing = name === '' && phone === '' ? { phone: '请写电话，或者怎么称呼您' } : {}
    if (check(missing)) {
      const wrong = await send({ reporter: { name, phone } })
      check(wrong['reporter'] === undefined ? wrong : { phone: wrong['reporter'] })
    }
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
      <p>原来的姓名和电话会被删除，以后只按新的联系您。</p>
      <TextField
        id="phone"
        label="电话"
        type="tel"
        autoComplete="tel"
        error={problems['phone']}
        value={words['phone'] ?? ''}
        onChange={(next) => {
          change({ phone: next })
        }}
      />
      <TextField
        id="name"
        label="怎么称呼您"
        autoComplete="name"
        error={problems['name']}
        value={words['name'] ?? ''}
        onChange={(next) => {
          change({ name: next })
        }}
      />
    </DeedForm>
  )
}
