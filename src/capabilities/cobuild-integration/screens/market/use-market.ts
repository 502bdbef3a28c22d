import { useQuery } from '@tanstack/react-query'
import { get, type Params } from '../../../../web/api/client.ts'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import type { RecordRow, Rows } from '../../../../web/api/types.ts'
import { holds } from './match.ts'
import { needOf, projectOf, resourceOf } from './rows.ts'

/** The three lists of an area, with what is open to it from further away. */
export function useMarket(area: number) {
  const directory = useDirectory()
  const isCity = directory.areas.get(area)?.level === 'city'
  const path = isCity ? '' : directory.path(area)
  const needs = useWhole('community-need', { area, state: 'open,ageing,matched' })
  const resources = useWhole('unit-resource', { state: 'open' })
  const projects = useWhole('cobuild-project', { area })
  const all = [needs, resources, projects]
  return {
    needs: needs.data?.map(needOf),
    resources: resources.data
      ?.map(resourceOf)
      .filter(({ scope, place }) => holds(scope, path) || holds(path, place)),
    projects: projects.data?.map(projectOf),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    retry: () => all.forEach((one) => void one.refetch()),
  }
}

function useWhole(kind: string, filters: Params) {
  return useQuery({
    queryKey: ['rows', kind, 'market', filters],
    queryFn: () => whole(kind, filters),
    refetchInterval: 30_000,
  })
}

async function whole(kind: string, filters: Params): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  let cursor: string | undefined
  do {
    const page: Rows = await get(`/api/records/${kind}`, { ...filters, limit: 100, cursor })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < most)
  return rows
}

const most = 1000
