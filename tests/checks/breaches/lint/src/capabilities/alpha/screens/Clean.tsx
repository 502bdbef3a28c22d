// A screen is not pure code: the day it shows is the visitor's.
const today = new Date()

export function Clean() {
  return <p>{today.toISOString()}</p>
}
