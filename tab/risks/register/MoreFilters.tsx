import type { ReactNode } from 'react';
import { t } from '../../shared/texts/texts.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { dimensions, kinds, views } from '../parts/risk-words.ts';
import { Disclosure } from './Disclosure.tsx';
import type { Register } from './useRegister.ts';
import type { RegisterAnswer } from './useRegisterRows.ts';
import { Check } from '../../shared/ui/Check.tsx';

/** Less used filters, and on a narrow screen the main ones: the title shows how many are active. */
export function MoreFilters(props: { register: Register; first: RegisterAnswer; main: ReactNode }) {
  const { first, main } = props;
  const { filters, choose } = props.register;
  const { kind, ownerId, dimension, view, overdue, centreId, level, treatment, acceptance } = filters;
  const ofMain = main ? [centreId, level, treatment, acceptance] : [];
  const count = [kind, ownerId, dimension, view, overdue, ...ofMain].filter(Boolean).length;
  return (
    <Disclosure
      title={count > 0 ? t('riskOverview.register.filtersCount', { count }) : t('riskOverview.register.filters')}
    >
      {main}
      <Narrow
        label={t('riskOverview.filters.kind')}
        all={t('riskOverview.filters.allKinds')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`risks.kind.${value}`) }))}
        onChange={(chosen) => choose({ kind: chosen })}
      />
      <Narrow
        label={t('riskOverview.register.column.owner')}
        all={t('riskOverview.filters.allOwners')}
        value={ownerId}
        options={first.owners.map(({ id, name, centre }) => ({
          value: id,
          text: centre ? `${name}, ${centre}` : name,
        }))}
        onChange={(chosen) => choose({ ownerId: chosen })}
      />
      <Narrow
        label={t('riskOverview.filters.view')}
        all={t('riskOverview.filters.worstView')}
        value={view}
        options={views.map((value) => ({ value, text: t(`risks.view.${value}`) }))}
        onChange={(chosen) => choose({ view: chosen })}
      />
      <Narrow
        label={t('riskOverview.filters.dimension')}
        all={t('riskOverview.filters.allDimensions')}
        value={dimension}
        options={dimensions.map((value) => ({ value, text: t(`risks.dimension.${value}`) }))}
        onChange={(chosen) => choose({ dimension: chosen })}
      />
      <Check checked={overdue === 'true'} onChange={(event) => choose({ overdue: event.target.checked ? 'true' : '' })}>
        {t('riskOverview.register.overdue')}
      </Check>
      {overdue === 'true' && (
        <strong className="on-paper" aria-hidden>
          {t('riskOverview.register.overdue')}
        </strong>
      )}
    </Disclosure>
  );
}
