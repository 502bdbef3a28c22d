import { useState } from 'react'
import { findPlaces, type Place } from '../net/places.ts'
import type { Reply } from '../net/send.ts'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { changeDraft } from './use-draft.ts'

/** Finds the place by words, for those who know its name. */
export function PlaceSearch() {
  const [words, setWords] = useState('')
  const [reply, setReply] = useState<Reply<readonly Place[]>>()
  const find = async () => {
    if (words.trim() !== '') setReply(await findPlaces(words.trim()))
  }
  const choose = ({ code, path }: Place) => {
    changeDraft({ area: { code, path }, unit: undefined })
    setReply(undefined)
    setWords('')
    // The button pressed is gone; what it did is read out instead.
    document.getElementById('place-chosen')?.focus()
  }
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <div className="row end">
          <TextField
            id="place-words"
            label="按名字找"
            hint="写街道、乡镇或社区的名字"
            type="search"
            value={words}
            onChange={setWords}
          />
          <button type="submit" className="button">
            找一找
          </button>
        </div>
        {reply?.ok === false && <ProblemNote problem={reply.problem} retry={() => void find()} />}
        <Found places={reply?.ok === true ? reply.value : undefined} onChoose={choose} />
      </form>
    </search>
  )
}

type FoundProps = {
  /** Absent until something was looked for. */
  readonly places: readonly Place[] | undefined
  readonly onChoose: (place: Place) => void
}

function Found({ places, onChoose }: FoundProps) {
  return (
    <>
      <output className="hint">{places !== undefined && foundWords(places.length)}</output>
      <ul className="found">
        {places?.map((place) => (
          <li key={place.code}>
            <button
              type="button"
              className="button wide"
              onClick={() => {
                onChoose(place)
              }}
            >
              {place.path}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function foundWords(count: number): string {
  return count === 0
    ? '没有找到这个名字，请换个写法，或在下面一级一级选。'
    : `找到 ${count} 处，请选一处：`
}
