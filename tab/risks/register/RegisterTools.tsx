import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { RiskStage } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../../shared/ui/NarrowCentre.tsx';
import { acceptances, stepText, treatments } from '../parts/risk-words.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { groups, sortOf, sorts, type Sort, registerColumns } from './register-columns.ts';
import { SavedViews } from './SavedViews.tsx';
import type { Register } from './useRegister.ts';
import type { RegisterAnswer } from './useRegisterRows.ts';
import narrowStyles from '../parts/RiskFilters.module.css';
import styles from './Register.module.css';
import { Disclosure } from './Disclosure.tsx';
import { Check } from '../../shared/ui/Check.tsx';

/** Search, filters, groups, columns, saved views and the workbook. */
export function RegisterTools(props: { register: Register; first: RegisterAnswer; narrow: boolean }) {
  const { register, first } = props;
  const { filters, choose, excel } = register;
  return (
    <div className={styles.registerTools}>
      <div className={`filters ${narrowStyles.riskFilters}`} data-part="risk-filters">
        <SearchField
          label={t('riskOverview.register.search')}
          value={filters.q ?? ''}
          onSearch={(q) => choose({ q: q.slice(0, 100) })}
        />
        {!props.narrow && <Choice register={register} first={first} />}
        <MoreFilters
          register={register}
          first={first}
          main={props.narrow ? <Choice register={register} first={first} /> : undefined}
        />
      </div>
      <div className={`filters ${narrowStyles.riskFilters}`} data-part="risk-filters">
        {props.narrow && <SortChoice register={register} />}
        <Narrow
          label={t('riskOverview.register.group')}
          all={t('riskOverview.register.noGroup')}
          value={register.group}
          options={groups.map((value) => ({
            value,
            text: `${t('riskOverview.register.group')}: ${t(`riskOverview.register.groupBy.${value}`)}`,
          }))}
          onChange={(group) => choose({ group })}
        />
        <ColumnMenu register={register} />
        <SavedViews register={register} />
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={excel.isPending}
          busyText={t('common.word.downloading')}
          onClick={() => excel.mutate()}
        >
          {t('common.word.excel')}
        </ActButton>
      </div>
      <CellChip register={register} first={first} />
      <ActFailed error={excel.error} />
    </div>
  );
}

/** Main filters: beside the search, or in the filter panel on a narrow screen. */
function Choice({ register, first }: { register: Register; first: RegisterAnswer }) {
  const { filters, choose } = register;
  return (
    <>
      <NarrowCentre
        value={register.centre.value}
        centres={first.centres}
        mine={first.mine}
        all={register.centre.startsOwn ? t('riskOverview.filters.allSeen') : undefined}
        onChange={(centreId) => choose({ centreId })}
      />
      <Narrow
        label={t('riskOverview.register.groupBy.level')}
        all={t('riskOverview.register.allLevels')}
        value={filters.level}
        options={first.levels.map(({ word }, position) => ({ value: String(position), text: word })).reverse()}
        onChange={(level) => choose({ level })}
      />
      <Narrow
        label={t('riskOverview.register.column.treatment')}
        all={t('riskOverview.register.allTreatments')}
        value={filters.treatment}
        options={[...treatments, 'none' as const].map((value) => ({ value, text: t(`risks.treatment.${value}`) }))}
        onChange={(treatment) => choose({ treatment })}
      />
      <Narrow
        label={t('riskOverview.register.column.acceptance')}
        all={t('riskOverview.register.allAcceptances')}
        value={filters.acceptance}
        options={acceptances.map((value) => ({ value, text: t(`risks.acceptance.${value}`) }))}
        onChange={(acceptance) => choose({ acceptance })}
      />
    </>
  );
}

const stageOf = (name: string | undefined): RiskStage => (name === 'inherent' || name === 'target' ? name : 'current');

/** The heat map cell of the link followed; pressing it removes the filter. */
function CellChip({ register: { filters, choose }, first }: { register: Register; first: RegisterAnswer }) {
  if (!filters.cell) return null;
  const [name, consequence, likelihood] = filters.cell.split('.');
  const stage = stageOf(name);
  // The register has the scale's labels from its rows, all of them in this cell.
  const at = first.rows[0]?.stages[stage];
  const cell = t('riskOverview.register.cell', {
    stage: t(`risks.stage.${stage}`),
    consequence: stepText(Number(consequence), at?.consequenceWord),
    likelihood: stepText(Number(likelihood), at?.likelihoodWord),
  });
  return (
    <p className={styles.registerChip}>
      <span>{cell}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('riskOverview.register.removeCell', { cell })}
        onClick={() => choose({ cell: '' })}
      />
    </p>
  );
}

/** Cards have no headings to press. */
function SortChoice({ register }: { register: Register }) {
  const titleOf = (sort: Sort) =>
    sort === 'nextDue' ? t('riskOverview.register.sortBy.nextDue') : t(`riskOverview.register.column.${sort}`);
  return (
    <div className={styles.registerSort}>
      <Narrow
        label={t('riskOverview.register.sort')}
        all={`${t('riskOverview.register.sort')}: ${titleOf('current')}`}
        value={register.sort === sortOf('current') ? undefined : register.sort}
        options={sorts
          .filter((sort) => sort !== 'current')
          .map((value) => ({ value, text: `${t('riskOverview.register.sort')}: ${titleOf(value)}` }))}
        onChange={(sort) => register.choose({ sort, descending: '' })}
      />
      <Button
        icon={<ArrowSortRegular />}
        aria-label={t('riskOverview.register.direction')}
        onClick={() => register.choose({ descending: String(!register.descending) })}
      />
    </div>
  );
}

/** Visible columns; the risk itself always is. The choice is in the address, and the workbook follows it. */
function ColumnMenu({ register: { columns, showColumns } }: { register: Register }) {
  return (
    <Disclosure title={t('riskOverview.register.columns')}>
      <fieldset className="choices">
        <legend>{t('riskOverview.register.columnsLegend')}</legend>
        {registerColumns.map((column) => (
          <Check
            key={column}
            checked={columns.includes(column)}
            disabled={column === 'title'}
            onChange={(event) => {
              const wanted = event.target.checked ? [...columns, column] : columns.filter((known) => known !== column);
              showColumns(registerColumns.filter((known) => wanted.includes(known)));
            }}
          >
            {t(`riskOverview.register.column.${column}`)}
          </Check>
        ))}
      </fieldset>
    </Disclosure>
  );
}
