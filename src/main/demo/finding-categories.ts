import type { ListItem } from '../../platform/world/city-state.ts'
import { tableRows, words } from './table.ts'

/** What is found on a grid, first level: things that stand there, and things that happen there. */
const GROUP_ROWS = `
P1 | 公用设施
P2 | 道路交通设施
P3 | 市容环境设施
P4 | 园林绿化设施
P5 | 其他设施
E1 | 市容环境
E2 | 宣传广告
E3 | 施工管理
E4 | 突发情况
E5 | 街面秩序
E6 | 其他事项
`

/** Second level: code | name | limit class | words it is known by. */
const LEAF_ROWS = `
P101 | 井盖缺损 | urgent | 井盖 缺失 破损 松动
P102 | 路灯不亮 | day | 路灯 不亮 灯杆
P103 | 消火栓损坏 | day | 消火栓 漏水 损坏
P104 | 公共座椅健身器材损坏 | ordinary | 座椅 健身器材 损坏
P201 | 路面破损 | ordinary | 坑洼 塌陷 路面 破损
P202 | 护栏隔离桩损坏 | ordinary | 护栏 隔离桩 倒伏
P203 | 交通标志标线不清 | ordinary | 标志 标线 模糊 遮挡
P204 | 非机动车停放架损坏 | ordinary | 停放架 停车架 损坏
P301 | 果皮箱垃圾桶破损 | ordinary | 果皮箱 垃圾桶 破损
P302 | 公厕设施损坏 | day | 公厕 门锁 水龙头
P401 | 行道树缺株倒伏 | day | 行道树 倒伏 枯枝
P402 | 绿地护栏损坏 | ordinary | 绿地 护栏 损坏
P501 | 架空线缆垂落 | urgent | 线缆 垂落 电线
P502 | 宣传栏门牌损坏 | ordinary | 宣传栏 门牌 脱落
E101 | 暴露垃圾 | hours | 垃圾 堆放 清运
E102 | 道路不洁 | hours | 泥土 油污 路面脏
E103 | 积存渣土 | day | 渣土 建筑垃圾 堆放
E104 | 乱泼污水 | hours | 污水 泔水 倾倒
E105 | 河道沟渠不洁 | ordinary | 河道 沟渠 漂浮物
E106 | 违法搭建 | complex | 搭建 加盖 彩钢棚
E201 | 乱贴乱画小广告 | day | 小广告 涂写 张贴
E202 | 招牌广告牌松动 | urgent | 招牌 广告牌 松动
E301 | 施工扬尘 | day | 扬尘 裸土 工地
E302 | 施工占道未围挡 | day | 施工 围挡 占道
E303 | 夜间施工 | hours | 夜间 施工
E401 | 路面积水 | urgent | 积水 内涝
E402 | 管道爆裂 | urgent | 爆管 漏水 水管
E501 | 占道经营 | hours | 占道 摆摊 流动摊
E502 | 店外经营 | day | 店外 堆放 出店
E503 | 机动车乱停放 | hours | 违停 占道停车
E504 | 共享单车乱停放 | hours | 单车 电动车 乱停
E601 | 楼道堆物 | ordinary | 楼道 堆放 消防通道
E602 | 电动车违规充电 | day | 飞线 充电 电动车
`

/** The two levels of what a grid worker reports, each leaf with its usual limit. */
export const findingCategories: readonly ListItem[] = [
  ...tableRows(GROUP_ROWS, 2).map(([value = '', label = '']) => ({ value, label })),
  ...tableRows(LEAF_ROWS, 4).map(([value = '', label = '', limitClass = '', known = '']) => ({
    value,
    label,
    parent: value.slice(0, 2),
    limitClass,
    keywords: words(known),
  })),
]
