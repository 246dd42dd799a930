import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CellView, RiskRow } from '../../../api/risks/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { riskPath } from '../parts/risk-paths.ts';
import { stepText } from '../parts/risk-words.ts';
import type { RegisterColumn } from './register-columns.ts';

/** A column's cell of a risk. */
export function cellOf(column: RegisterColumn, row: RiskRow): ReactNode {
  switch (column) {
    case 'title':
      return <Link href={riskPath(row.key)}>{row.title}</Link>;
    case 'asset':
      return row.asset.title;
    case 'centre':
      return row.centre?.title ?? t('common.word.wholeMunicipality');
    case 'owner':
      return row.owner?.name ?? '–';
    case 'inherent':
    case 'current':
    case 'target':
      return <Level at={row.stages[column]} />;
    case 'treatment':
      return t(`risks.treatment.${row.treatment ?? 'none'}`);
    case 'actions':
      return actionsText(row.actions);
    case 'acceptance':
      return acceptanceText(row);
    case 'controls':
      return t('riskOverview.register.controls', { count: row.controls });
    case 'assessedOn':
      return row.assessedOn ? asDate(row.assessedOn) : '–';
    case 'reviewOn':
      return row.reviewOn ? asDate(row.reviewOn) : '–';
  }
}

function Level({ at }: { at: CellView | undefined }) {
  if (!at) return <>{t('riskOverview.register.noLevel')}</>;
  const words = `${t('riskOverview.map.consequence')} ${stepText(at.consequence, at.consequenceWord)}, ${t('riskOverview.map.likelihood')} ${stepText(at.likelihood, at.likelihoodWord)}`;
  return (
    <span title={words}>
      <LevelTag level={at.level} />
    </span>
  );
}

/** `2 åbne, 1 over tiden`; completed ones only if none are open. */
function actionsText({ open, overdue, done }: RiskRow['actions']): string {
  const parts = [
    open > 0 && t('riskOverview.register.openActions', { count: open }),
    overdue > 0 && t('riskOverview.register.overdueActions', { count: overdue }),
    open + overdue === 0 && done > 0 && t('riskOverview.register.doneActions', { count: done }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : t('common.word.none');
}

function acceptanceText({ acceptance: { state, until } }: RiskRow): string {
  const words = t(`risks.acceptance.${state}`);
  return until ? `${words} ${t('riskOverview.register.until', { date: asDate(until) })}` : words;
}
