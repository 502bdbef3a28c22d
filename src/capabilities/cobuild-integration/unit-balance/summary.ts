type Numbers = Readonly<Record<string, number | null>>

/** A year in one sentence. What was not done, or is not told, has no words on a sheet that hangs on
 *  the wall. */
export function summaryOf(year: number, of: Numbers): string {
  const said = [
    phrases(of, [
      ['reportIns', '到', '个社区报到'],
      ['promised', '作出承诺', '项'],
      ['kept', '兑现', '项'],
    ]),
    phrases(of, [
      ['projects', '办成共建项目', '个'],
      ['judged', '其中双方评价', '个'],
      ['good', '社区评价为好', '个'],
    ]),
    phrases(of, [
      ['resources', '开放资源', '项'],
      ['bookings', '被使用', '次'],
    ]),
    phrases(of, [['agreements', '签署共建协议', '份']]),
    phrases(of, [['served', '服务居民', '人次']]),
    phrases(of, [['memberHours', '在职党员在社区服务', '小时']]),
  ].filter((one) => one !== '')
  return said.length === 0
    ? `${year} 年还没有可记的共建事项。`
    : `${year} 年，本单位${said.join('；')}。`
}

type Phrase = readonly [name: string, before: string, after: string]

function phrases(of: Numbers, all: readonly Phrase[]): string {
  return all
    .filter(([name]) => (of[name] ?? 0) > 0)
    .map(([name, before, after]) => `${before} ${of[name]} ${after}`)
    .join('，')
}
