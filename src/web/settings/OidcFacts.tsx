import type { OidcView } from './oidc-view.ts'

/** The provider as it stands, for who does not change it. */
export function OidcFacts({ view }: { readonly view: OidcView }) {
  const { on, issuer, label, trusted = [] } = view
  return (
    <>
      <p className="note-box">认证方由安全管理员设置；这里给账号绑定码、解除绑定。</p>
      {on ? (
        <p>
          已启用“{label}”：<code>{issuer}</code>，
          {trusted.length === 0
            ? '一律要求本平台的第二因素。'
            : `视同第二因素的标记：${trusted.join('、')}。`}
        </p>
      ) : (
        <p>没有启用。</p>
      )}
    </>
  )
}
