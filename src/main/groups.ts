/** What the groups of kinds are called, in the order in which people are shown them. */
export const groups: Readonly<Record<string, string>> = {
  'command-response': '吹哨报到与接诉即办',
  'street-mandate': '街道体制',
  'four-level-linkage': '四级联动',
  'appraisal-accountability': '述职评议与责任落实',
  'cobuild-integration': '条块融合与共建共享',
  city: '区划和机构',
}
