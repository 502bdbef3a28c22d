import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'

/**
 * Three sites from one source: the officials' app, the residents' pages and the grid worker's.
 * Residents come by phone and once: what they load first has a limit, so nothing of antd may
 * slip into a chunk they share. Hence React has a group of its own, named before antd's.
 */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), gridWorker()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
    // antd in one piece is larger than the warning allows; `weight` watches what residents load.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: ['src/web/index.html', 'src/web/residents.html', 'src/web/grid.html'],
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 3,
            },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})

/**
 * The worker behind the grid worker's page, built once the page is: it names every file the page
 * loads, so that it can take in a whole release or none. It is one plain script without imports,
 * which every browser that knows such workers runs.
 */
function gridWorker(): Plugin {
  return {
    name: 'grid-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = filesLoadedBy(bundle, 'grid.html')
      const page = bundle['grid.html']
      const source = page?.type === 'asset' ? page.source : ''
      const hash = createHash('sha256').update(source).update(files.join())
      const release = { version: hash.digest('hex').slice(0, 12), files }
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { __RELEASE__: JSON.stringify(release) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: 'src/web/grid/worker/main.ts',
            output: { format: 'iife', entryFileNames: 'grid-worker.js' },
          },
        },
      })
    },
  }
}

function filesLoadedBy(bundle: Rolldown.OutputBundle, page: string): readonly string[] {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = bundle[name]
    if (files.has(`/${name}`) || chunk?.type !== 'chunk') return
    files.add(`/${name}`)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(`/${css}`)
    for (const next of chunk.imports) visit(next)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(page) === true)
      visit(chunk.fileName)
  return [...files].toSorted()
}
