import { Link } from 'wouter';
import type { ServiceRow } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { GapSteps } from './GapSteps.tsx';
import type { ServiceSort } from './useServices.ts';
import { figures } from './words.ts';
import styles from './Services.module.css';

/** Service, the three figures, acceptance, and gaps with the next step. */
export const serviceColumns = (): Column<ServiceRow, ServiceSort>[] => [
  {
    key: 'title',
    title: t('criticalServices.workbook.column.title'),
    sort: 'title',
    cell: ({ key, title, audience, centre }) => (
      <div className={styles.serviceWhat}>
        <Link href={servicePath(key)}>{title}</Link>
        <p className="quiet">
          {[t(`contingency.audience.${audience}`), centre?.title ?? t('common.word.wholeMunicipality')].join(' · ')}
        </p>
      </div>
    ),
  },
  ...figures.map((name): Column<ServiceRow, ServiceSort> => ({
    key: name,
    title: t(`contingency.figureShort.${name}`),
    sort: name,
    short: true,
    cell: (row) => {
      const hours = row[name];
      return hours === undefined ? <span className="quiet">{t('criticalServices.unknown')}</span> : asHours(hours);
    },
  })),
  {
    key: 'acceptance',
    title: t('criticalServices.workbook.column.acceptance'),
    cell: ({ acceptance }) => t(`criticalServices.acceptance.state.${acceptance}`),
  },
  {
    key: 'gaps',
    title: t('criticalServices.workbook.column.gaps'),
    sort: 'gaps',
    cell: (row) =>
      row.gaps.length === 0 ? (
        t('criticalServices.list.noGaps')
      ) : (
        <GapSteps service={row} gaps={row.gaps} steps={row.abilities.edit} />
      ),
  },
];
