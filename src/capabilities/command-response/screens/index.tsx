import {
  AuditOutlined,
  FileTextOutlined,
  HighlightOutlined,
  InboxOutlined,
  ReadOutlined,
  RiseOutlined,
  SoundOutlined,
} from '@ant-design/icons'
import type { Screens } from '../../../web/screens.ts'

/** The screens of 接诉即办 that are made by hand. */
export const screens: Screens = {
  screens: [
    {
      path: '/desk',
      nav: 'desk',
      label: '派单台',
      icon: <InboxOutlined />,
      load: () => import('./desk/Desk.tsx').then((module) => module.Desk),
      starts: ['resident-appeal/register'],
    },
    {
      path: '/appeals',
      nav: 'appeals',
      label: '诉求',
      icon: <FileTextOutlined />,
      load: () => import('./appeals/Appeals.tsx').then((module) => module.Appeals),
      lists: 'resident-appeal',
    },
    {
      path: '/whistles',
      nav: 'whistles',
      label: '吹哨',
      icon: <SoundOutlined />,
      load: () => import('./whistles/Board.tsx').then((module) => module.Board),
    },
    {
      path: '/demands',
      nav: 'demands',
      label: '高频诉求',
      icon: <RiseOutlined />,
      load: () => import('./demands/Demands.tsx').then((module) => module.Demands),
      starts: ['frequent-demand-project/propose'],
    },
    {
      path: '/brief',
      nav: 'brief',
      label: '早报',
      icon: <ReadOutlined />,
      load: () => import('./brief/Brief.tsx').then((module) => module.Brief),
    },
    {
      path: '/instructions',
      nav: 'instructions',
      label: '批示',
      icon: <HighlightOutlined />,
      load: () => import('./Instructions.tsx').then((module) => module.Instructions),
    },
    {
      path: '/rulings',
      nav: 'rulings',
      label: '裁定',
      icon: <AuditOutlined />,
      load: () => import('./Rulings.tsx').then((module) => module.Rulings),
    },
  ],
  forms: [
    {
      on: 'resident-appeal/submitAnswer',
      load: () => import('./AnswerForm.tsx').then((module) => module.AnswerForm),
    },
    {
      on: 'resident-appeal/dispatch',
      load: () => import('./desk/DispatchForm.tsx').then((module) => module.DispatchForm),
    },
    {
      on: 'resident-appeal/redispatch',
      load: () => import('./desk/DispatchForm.tsx').then((module) => module.DispatchForm),
    },
    {
      on: 'resident-appeal/notAccept',
      load: () => import('./desk/NotAcceptForm.tsx').then((module) => module.NotAcceptForm),
    },
  ],
}
