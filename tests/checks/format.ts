import { askTool, type Check, problemsOf } from './check.ts'

/** Every file is written as oxfmt writes it. */
export const format: Check = {
  name: 'format',
  async run(root) {
    const answer = await askTool(root, 'oxfmt', ['--list-different', '.'])
    const found = answer.out
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((file) => ({ file, rule: 'format', says: 'run `npm run format`' }))
    return problemsOf('oxfmt', answer, found)
  },
}
