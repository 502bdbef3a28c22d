// breach: no-unstable-nested-components
export function Nested({ names }: { readonly names: readonly string[] }) {
  const Row = ({ name }: { readonly name: string }) => <li>{name}</li>
  return (
    <ul>
      {names.map((name) => (
        <Row key={name} name={name} />
      ))}
    </ul>
  )
}
