import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Two sites from one source: the officials' app and the residents' pages.
 * Residents come by phone and once: what they load first has a limit, so nothing of antd may
 * slip into a chunk they share. Hence React has a group of its own, named before antd's.
 */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
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
      input: ['src/web/index.html', 'src/web/residents.html'],
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
