import type { Post } from '../../kernel/actor.ts'
import type { Database } from '../../platform/store/database.ts'

/** The post that answers for what a program brings in: an intake post of the whole city. */
export async function importPost(db: Database, city: number): Promise<Post> {
  const found = await db.read
    .selectFrom('post')
    .innerJoin('unit', (join) =>
      join.onRef('unit.city', '=', 'post.city').onRef('unit.id', '=', 'post.unit'),
    )
    .select(['post.id', 'post.person', 'post.unit'])
    .where('post.city', '=', city)
    .where('post.role', '=', 'agent')
    .where('unit.area', '=', city)
    .where('post.valid_to', 'is', null)
    .orderBy('post.id')
    .executeTakeFirst()
  if (found === undefined) throw new Error('城市一级还没有受理坐席岗位，请先在设置里建立')
  return { ...found, role: 'agent' }
}
