// dependency-cruiser 17 parses every file as plain TypeScript and stops at the first JSX element;
// 18.7 does not. Until then the parser is told here which files hold JSX.
const swc = require('@swc/core')

const { parseFileSync } = swc
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
