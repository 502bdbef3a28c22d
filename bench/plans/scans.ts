import { z } from 'zod'

/** The ways in which a plan reads tables: `record by record_pkey`, or `record whole`. What is read
 *  whole without being a table (a list handed in, what another part found) is no matter. */
export function scansOf(explained: unknown): readonly string[] {
  const [top] = explainedShape.parse(explained)
  return top === undefined ? [] : [...new Set(scansIn(top.Plan, undefined))].toSorted()
}

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string | undefined
  readonly 'Index Name'?: string | undefined
  readonly Plans?: readonly Node[] | undefined
}

const nodeShape: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    Plans: z.array(nodeShape).optional(),
  }),
)

const explainedShape = z.array(z.object({ Plan: nodeShape }))

/** The index of a bitmap is named below the node that names the table. */
function scansIn(node: Node, above: string | undefined): readonly string[] {
  const table = node['Relation Name'] ?? above
  const index = node['Index Name']
  const isWhole = node['Node Type'] === 'Seq Scan'
  const own =
    index !== undefined
      ? [`${table ?? 'a table'} by ${index}`]
      : isWhole
        ? [`${table ?? 'a table'} whole`]
        : []
  return [...own, ...(node.Plans ?? []).flatMap((below) => scansIn(below, table))]
}
