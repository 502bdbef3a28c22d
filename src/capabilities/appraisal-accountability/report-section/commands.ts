import type { Command } from '../../../kernel/kind.ts'
import { materialAgain } from '../secretary-report/evidence.ts'
import { fields } from './fields.ts'
import { figuresAgain } from './figures.ts'

/** What is done to a section, written or not. */
export const commands: Readonly<Record<string, Command>> = {
  write: {
    label: '写这一节',
    by: ['reporter'],
    input: { body: { ...fields.body, required: true } },
    requires: ['reportIsDrafted', 'isPlain'],
    records: 'SectionWritten',
    says: '写了这一节',
    keeps: ['body'],
    sets: ['measuresLength'],
    to: 'written',
  },
  writeParts: {
    label: '写成效、问题、举措',
    by: ['reporter'],
    input: {
      effect: { ...fields.effect, required: true },
      problems: { ...fields.problems, required: true },
      measures: { ...fields.measures, required: true },
    },
    requires: ['reportIsDrafted', 'hasParts'],
    records: 'SectionPartsWritten',
    says: '写了成效、问题、举措',
    keeps: ['effect', 'problems', 'measures'],
    sets: ['measuresLength'],
    to: 'written',
  },
  refresh: {
    label: '重新取数',
    by: ['reporter'],
    requires: ['reportIsDrafted', 'hasMaterial'],
    records: 'SectionFiguresTaken',
    says: '重新取数、备料',
    sets: ['takesFiguresAgain', 'drawsEvidenceAgain'],
    facts: [...figuresAgain, ...Object.keys(materialAgain)],
  },
  remark: {
    label: '逐项点评、考核',
    by: ['committee', 'trustedOffice'],
    input: {
      remark: { ...fields.remark, required: true },
      mark: { ...fields.mark, required: true },
    },
    requires: ['cycleIsInMeeting', 'reportIsTold', 'isNotRemarked'],
    records: 'SectionRemarked',
    says: '逐项点评：{remark}',
    keeps: ['remark', 'mark'],
    sets: ['isRemarkedOn'],
    tells: ['reporter'],
  },
}
