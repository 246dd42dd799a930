import type { AssessedRisk, RiskStage } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { stepText } from '../parts/risk-words.ts';
import { decidedText } from './StageLine.tsx';

const level = (stage: RiskStage) => (risk: AssessedRisk) => {
  const cell = risk.stages[stage];
  return cell ? <LevelTag level={cell.level} /> : '';
};

/** Columns of threats, editable or read-only; the first is the threat's name. */
export const columns = (name: (risk: AssessedRisk) => React.ReactNode): Column<AssessedRisk>[] => [
  { key: 'title', title: t('riskAssessment.table.threat'), cell: name },
  { key: 'inherent', title: t('risks.stage.inherent'), cell: level('inherent') },
  {
    key: 'current',
    title: t('risks.stage.current'),
    cell: (risk) =>
      risk.notRelevant
        ? t('riskAssessment.table.notRelevant', { reason: risk.notRelevant })
        : level('current')(risk) || t('riskAssessment.mark.open'),
  },
  { key: 'target', title: t('risks.stage.target'), cell: level('target') },
  {
    key: 'consequence',
    title: t('riskAssessment.consequence'),
    cell: ({ stages: { current } }) =>
      current ? `${stepText(current.consequence, current.consequenceWord)} (${decidedText(current)})` : '',
  },
  {
    key: 'likelihood',
    title: t('riskAssessment.likelihood'),
    cell: ({ stages: { current } }) => (current ? stepText(current.likelihood, current.likelihoodWord) : ''),
  },
  {
    key: 'treatment',
    title: t('riskAssessment.clash.field.treatment'),
    cell: ({ treatment, notRelevant }) => (notRelevant ? '' : t(`risks.treatment.${treatment ?? 'none'}`)),
  },
];
