import { allIndicators, kinds } from './registry.ts'

const registry = {
  kinds: [...kinds.values()].map(({ name, label, systems }) => ({ name, label, systems })),
  indicators: allIndicators.map(({ id, label, systems }) => ({ id, label, systems })),
}
const lines = [
  ...registry.kinds.map((kind) => `${kind.name}\t${kind.label}\t${kind.systems.join(' ')}`),
  ...registry.indicators.map((one) => `${one.id}\t${one.label}\t${one.systems.join(' ')}`),
]
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify(registry)}\n` : `${lines.join('\n')}\n`,
)
