import { Link } from 'wouter';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { KeptTag } from './KeptTag.tsx';
import type { DowntimeSort } from './useDowntimes.ts';
import { lengthBetween } from './words.ts';

/** System, start, duration, and whether the limit was met. `now`: server time. */
export const downtimeColumns = (now: string): Column<DowntimeRow, DowntimeSort>[] => [
  {
    key: 'title',
    title: t('common.word.system'),
    sort: 'title',
    cell: ({ key, title }) => <Link href={downtimePath(key)}>{title}</Link>,
  },
  {
    key: 'startedAt',
    title: t('downtime.workbook.startedAt'),
    sort: 'startedAt',
    cell: ({ startedAt }) => asMoment(startedAt),
  },
  {
    key: 'length',
    title: t('downtime.list.lasted'),
    sort: 'length',
    cell: ({ startedAt, endedAt = now, state }) => (state === 'cancelled' ? '' : lengthBetween(startedAt, endedAt)),
  },
  {
    key: 'kept',
    title: t('downtime.workbook.kept'),
    sort: 'kept',
    cell: ({ state, kept }) => (state === 'closed' ? <KeptTag kept={kept} /> : t(`downtime.state.${state}`)),
  },
  {
    key: 'hit',
    title: t('downtime.list.hit'),
    cell: ({ services, centres }) =>
      [t('downtime.services', { count: services }), t('downtime.centres', { count: centres.length })].join(', '),
  },
];
