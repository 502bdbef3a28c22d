/** Words and runs that most guessed passwords are made of. A new password that is little more than
 *  one of them falls to the first thousand guesses, however long it is. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return [plain, unleet(plain)].some((text) => isLittleElse(text.replaceAll(/[^\p{L}\p{N}]/gu, '')))
}

function isLittleElse(bare: string): boolean {
  if (bare === '' || isRun(bare)) return true
  // Long words first: 'password' would leave 'word' of nothing else.
  let rest = bare
  for (const word of common) rest = rest.replaceAll(word, '')
  const digits = bare.replaceAll(/\D/g, '')
  const left = [...rest.replaceAll(/\d/g, '')].length
  return left < 3 && (digits.length < 6 || isGuessableNumber(digits))
}

function unleet(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})@(?=\p{L})/gu, 'a')
    .replaceAll(/(?<=\p{L})0(?=\p{L})/gu, 'o')
    .replaceAll(/(?<=\p{L})3(?=\p{L})/gu, 'e')
}

/** Runs of neighbours: 1234567890, abcdefghij, and rows of the keyboard. */
function isRun(text: string): boolean {
  const chars = [...text]
  const steps = chars
    .slice(1)
    .map((char, at) => (char.codePointAt(0) ?? 0) - (chars[at]?.codePointAt(0) ?? 0))
  if (steps.filter((step) => Math.abs(step) <= 1).length >= steps.length - 1) return true
  return rows.some((row) => row.includes(text))
}

function isGuessableNumber(digits: string): boolean {
  return (
    isRun(digits) ||
    /^(\d{1,4})\1+$/.test(digits) ||
    // Days: 19900101, 20260801.
    /^(19|20)\d{2}(0?[1-9]|1[0-2])(0?[1-9]|[12]\d|3[01])?$/.test(digits) ||
    ['123123', '112233', '520520', '5201314', '1314520', '147258369', '159357'].includes(digits)
  )
}

const rows = [
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
  '01234567890123456789',
  '09876543210987654321',
  '1q2w3e4r5t6y7u8i9o0p',
]

const common = [
  'administrator',
  'qwertyuiop',
  '1qaz2wsx3edc',
  'letmeinnow',
  'iloveyou',
  'password',
  'passw0rd',
  'woaini',
  'asdfghjkl',
  '1qaz2wsx',
  'zaq12wsx',
  '1q2w3e4r5t',
  '1q2w3e4r',
  'zxcvbnm',
  'welcome',
  'letmein',
  'changeme',
  'default',
  'tongxin',
  'kunming',
  'beijing',
  'shanghai',
  'zhengwu',
  'zhengfu',
  'admin',
  'qwerty',
  'qazwsx',
  'asdfgh',
  'abc123',
  'a123456',
  'guest',
  'huawei',
  'lenovo',
  'china',
  'mima',
  'test',
  'user',
  'root',
  'pass',
  'qwer',
  'asdf',
  'aini',
  'abcd',
  'abc',
] as const
