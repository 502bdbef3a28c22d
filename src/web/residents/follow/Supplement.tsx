import { useState } from 'react'
import { lengthOf } from '../ask/checks.ts'
import { Photos } from '../ask/Photos.tsx'
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
  const deed = useDeed(appeal.number, 'supplement')
  const { words, photos, change, send } = deed
  const [uploading, setUploading] = useState(0)
  const { tried, problems, check } = useProblems()
  const [numbersKept, keepNumbers] = useState<readonly string[]>([])
  const text = words['words'] ?? ''
  const submit = async () => {
    const length = lengthOf(text)
    const wrong = length === 0 ? '请写要补充的内容' : `最多 ${max} 字，您写了 ${length} 字`
    const waits = uploading === 0 ? {} : { photos: '照片还在上传，请等一等，或者移除它' }
    if (!check({ ...(length === 0 || length > max ? { words: wrong } : {}), ...waits })) return
    const ids = photos.map(({ id }) => id)
    check(await send({ words: text.trim(), ...(ids.length === 0 ? {} : { photos: ids }) }))
  }
  return (
    <DeedForm
      tried={tried}
      problems={problems}
      problem={deed.problem}
      sending={deed.sending}
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
      <Photos
        photos={photos}
        change={deed.changePhotos}
        error={problems['photos']}
        onUploading={setUploading}
      />
    </DeedForm>
  )
}
