/** What the groups of kinds are called, in the order in which people are shown them. */
export const groups: Readonly<Record<string, string>> = {
  'command-response': '吹哨报到与接诉即办',
  'street-mandate': '街道体制',
  'four-level-linkage': '四级联动',
  city: '区划和机构',
}
