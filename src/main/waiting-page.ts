import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Progress } from '../platform/http/deps.ts'

type Told = { readonly what: string; readonly progress: Progress | undefined }

const style = `
html { font: 18px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
body { margin: 0; color: #1b1f24; background: #fff }
header { padding: 0.8rem 1rem; background: #9c2019; color: #fff; font-weight: 600 }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.35 }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere }
.what { padding: 0.7rem 0.9rem; border-left: 4px solid #0b57a4; background: #f4f6f8 }
`
const styleDigest = createHash('sha256').update(style).digest('base64')

/** What a person sees who comes while the platform starts. It asks again by itself, without a
 *  script, until the pages are there. */
export function waitingPage(response: ServerResponse, { what, progress }: Told): void {
  const far = progress === undefined ? '' : ` ${progress.what} ${progress.done} / ${progress.total}`
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '1',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleDigest}'`,
  })
  response.end(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>正在启动 · 同心</title>
<style>${style}</style>
</head>
<body>
<header>同心</header>
<main>
<h1>平台正在启动，请稍等</h1>
<p class="what">${escaped(what + far)}</p>
<p>启动好了，这一页会自动打开，不用做什么。</p>
</main>
</body>
</html>
`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
