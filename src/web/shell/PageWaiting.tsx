import { Waiting } from '../look/Waiting.tsx'

export function PageWaiting() {
  return (
    <div className="sheet">
      <Waiting rows={10} />
    </div>
  )
}
