import { parentPort, workerData } from 'node:worker_threads'
import { type LabelledText, trainSuggester } from '../../platform/suggest/suggester.ts'

/** Learning takes seconds of one processor: it happens beside the server, not in it. */
const rows = workerData as readonly LabelledText[]
parentPort?.postMessage(JSON.stringify(trainSuggester(rows)))
