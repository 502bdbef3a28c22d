export function Clean() {
  return <p>{window.location.href}</p>
}
