// breach: alt-text
export function Picture({ address }: { readonly address: string }) {
  return <img src={address} />
}
