import type { Naming } from '../../kernel/access-words.ts'
import { types } from '../../platform/http/settings/units.ts'

/** How the functions and types of units are called where people read who may do what. */
export const naming: Naming = {
  functionName: (name) => functionNames[name] ?? name,
  typeName: (name) => typeNames[name] ?? types.find(({ value }) => value === name)?.label ?? name,
}

const functionNames: Readonly<Record<string, string>> = {
  intake: '受理',
  dispatch: '派单',
  handle: '承办',
  assist: '协助',
  callback: '回访',
  supervise: '督查',
  ruling: '裁定',
  lead: '领导',
  govern: '政府',
  organise: '组织',
}

const typeNames: Readonly<Record<string, string>> = {
  government: '政府',
  organisation: '党委组织部',
}
