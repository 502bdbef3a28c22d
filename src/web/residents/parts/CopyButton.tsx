import { useState } from 'react'

/** Copies a text; where the browser does not allow it, says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [said, say] = useState('')
  const copy = async () => {
    say((await copied(text)) ? '已复制' : '这个浏览器不让复制，请长按文字复制，或抄下来')
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>
      <output className="said">{said}</output>
    </>
  )
}

/** The clipboard is closed to pages without https; there the old way still works. */
async function copied(text: string): Promise<boolean> {
  if (isSecureContext) {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (done) return true
  }
  const box = document.createElement('textarea')
  box.value = text
  document.body.append(box)
  box.select()
  const done = document.execCommand('copy')
  box.remove()
  return done
}
