/** The nonce under which this page lets styles be written, from its own head. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/**
 * The page's policy lets only styles through that carry its nonce or are set one by one. Most
 * components are told the nonce; a few deep in the library cannot be (the lock on scrolling, the
 * measure of a growing text box). They make plain style elements and set style texts, which
 * therefore here get the nonce and are set as the policy wants.
 */
export function keepToStylePolicy(nonce: string): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own document below
  const create = Document.prototype.createElement
  Document.prototype.createElement = function made(
    this: Document,
    name: string,
    options?: ElementCreationOptions,
  ) {
    const element = create.call(this, name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  // oxlint-disable-next-line typescript/unbound-method -- called with its own element below
  const set = Element.prototype.setAttribute
  Element.prototype.setAttribute = function styled(this: Element, name: string, value: string) {
    if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value
    else set.call(this, name, value)
  }
}
