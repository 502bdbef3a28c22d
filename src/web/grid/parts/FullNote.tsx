/** Said when the device could not keep something: it is only on the page still. */
export function FullNote() {
  return (
    <p className="summary" role="alert">
      手机空间不够，没有存下。请腾出一些空间，或移除照片后再试；内容还在这一页上。
    </p>
  )
}
