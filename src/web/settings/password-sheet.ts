type Password = { readonly login: string; readonly password: string }

/** Initial passwords as CSV. A login that a spreadsheet would run as a formula gets an apostrophe
 *  before it, as in every sheet that the platform writes; passwords are made of plain signs. */
export function passwordSheet(all: readonly Password[]): string {
  const rows = all.map(({ login, password }) => [guarded(login), password])
  const lines = [['登录名', '初始密码'], ...rows].map((cells) => cells.map(quoted).join(','))
  return `\ufeff${lines.join('\r\n')}`
}

function guarded(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
