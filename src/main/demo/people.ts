import { between, pick, type Random } from './random.ts'

export type InventedPerson = { readonly name: string; readonly phone: string }

/**
 * All demo people are invented: names are put together by dice from common parts, so a likeness
 * to a real name is chance and means nobody. Numbers begin with 154, a prefix that has been given
 * to no operator, and 000 after it, so that a message sent by mistake reaches no one.
 */
const PHONE_PREFIX = '154000'
const PHONES = 100_000

const SURNAMES = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史',
  ...'顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文普资保者矣',
]
const RARE_SURNAMES = [
  '欧阳',
  '上官',
  '司徒',
  '尉迟',
  '皇甫',
  '令狐',
  '诸葛',
  '亓',
  '逄',
  '禤',
  '仉',
]
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建华志红梅琴云飞燕波萍成健',
  ...'世广义兴良海山仁宁福生龙元全国胜学祥才发新利清彬富顺信子昌康星光天达安岩茂进林有',
  ...'坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固轮翰朗',
  ...'雨欣怡涵梓晨嘉瑞雪莹婷慧颖春菊凤翠雅芝荣菲琳素莲真环爱妹香月莺媛瑾晓昕彤倩柔竹霭',
]
const RARE_GIVEN = ['䶮', '祎', '珺', '璟', '犇', '淼', '赟', '㛃', '燚', '翀', '𬱖', '𬭎']
/** First and second parts that go together. */
const LONG_NAMES = [
  [
    ['阿依木呷', '吉伍阿洛', '木乃史布', '曲比阿果', '勒伍尔且', '安古阿芝'],
    ['沙玛尔干', '莫色伍呷', '海来阿木', '俄里拉火', '加巴惹古'],
  ],
  [
    ['艾合买提', '古丽加娜提', '帕提古丽', '玉素甫江', '麦麦提明'],
    ['阿卜杜热依木', '吐尔逊江', '肉孜买买提', '依明尼亚孜'],
  ],
] as const

/** People with names of all the lengths that names have, none of them twice. */
export function inventPeople(random: Random, count: number): readonly InventedPerson[] {
  if (count > PHONES) throw new RangeError(`there are only ${PHONES} numbers that reach nobody`)
  const names = new Set<string>()
  while (names.size < count) names.add(inventName(random))
  const firstNumber = between(random, 0, PHONES - count)
  return [...names].map((name, index) => ({
    name,
    phone: `${PHONE_PREFIX}${String(firstNumber + index).padStart(5, '0')}`,
  }))
}

function inventName(random: Random): string {
  const kind = random()
  if (kind < 0.005) {
    const [first, second] = pick(random, LONG_NAMES)
    return `${pick(random, first)}·${pick(random, second)}`
  }
  const surname = kind < 0.04 ? pick(random, RARE_SURNAMES) : pick(random, SURNAMES)
  const second = kind > 0.98 ? pick(random, RARE_GIVEN) : pick(random, GIVEN)
  return random() < 0.15 ? `${surname}${second}` : `${surname}${pick(random, GIVEN)}${second}`
}
