import { compiledFolders, useCompiled } from './compiled.ts'
import { boundNursery } from './nursery.ts'

boundNursery()
useCompiled(compiledFolders(process.env))
const { serve } = await import('./program.ts')
await serve()
