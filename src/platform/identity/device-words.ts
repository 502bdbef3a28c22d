/** A browser and a system in words, as far as its user agent says so honestly; never more. */
export function deviceWords(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent.trim() === '') return unknown
  const browser = browsers.find(([mark]) => mark.test(userAgent))?.[1]
  const system = systems.find(([mark]) => mark.test(userAgent))?.[1]
  if (browser === undefined && system === undefined) return unknown
  return [browser ?? '未知浏览器', system].filter((word) => word !== undefined).join(' · ')
}

const unknown = '未知设备'

/** In this order: nearly all call themselves Safari, and many call themselves Chrome. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/DingTalk\//i, '钉钉'],
  [/wxwork\//i, '企业微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/HuaweiBrowser\//, '华为浏览器'],
  [/MiuiBrowser\//, '小米浏览器'],
  [/QQBrowser\//, 'QQ浏览器'],
  [/360SE|360EE|QIHU/i, '360浏览器'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/\S+ .*Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/UOS|Kylin/i, '国产 Linux'],
  [/Linux/, 'Linux'],
]
