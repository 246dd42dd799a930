import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { PackRow, PackView } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import type { Packs } from './usePacks.ts';
import styles from './Packs.module.css';

const icons = {
  none: SubtractCircleRegular,
  coming: HourglassHalfRegular,
  notPlaced: ClockRegular,
  old: WarningRegular,
  placed: CheckmarkCircleFilled,
} as const;

interface Acts {
  packs: Packs;
  onPlace: (row: PackRow) => void;
  onHistory: (row: PackRow) => void;
}

/** A row per centre: status, newest pack, its place, and the next step. */
export function PackTable({ rows, ...acts }: Acts & { rows: readonly PackRow[] }) {
  return (
    <DataTable
      caption={t('offlinePacks.list.centres')}
      columns={columns(acts)}
      rows={rows}
      rowKey={({ centre }) => centre.id}
    />
  );
}

const columns = (acts: Acts): Column<PackRow>[] => [
  {
    key: 'centre',
    title: t('common.word.centre'),
    cell: (row) => (
      <>
        <strong>{row.centre.title}</strong>
        <Status status={row.status} />
      </>
    ),
  },
  { key: 'pack', title: t('offlinePacks.column.pack'), cell: (row) => <Newest row={row} acts={acts} /> },
  { key: 'place', title: t('offlinePacks.column.place'), cell: (row) => <Place row={row} /> },
  { key: 'next', title: t('common.word.nextStep'), cell: (row) => <Next row={row} acts={acts} /> },
];

function Status({ status }: Pick<PackRow, 'status'>) {
  const Icon = icons[status];
  return (
    <span className={mergeClasses('tag', styles.packTag, styles[`pack-tag-${status}`])}>
      <Icon aria-hidden /> {t(`offlinePacks.standing.${status}`)}
    </span>
  );
}

function Newest({ row, acts }: { row: PackRow; acts: Acts }) {
  const { latest, isComing } = row;
  if (!latest) return <span className="quiet">–</span>;
  return (
    <div className={styles.packCell}>
      <span>{t('offlinePacks.row.pack', { number: latest.number, date: asDate(dayOf(latest.madeAt)) })}</span>
      <span className="quiet">
        {t('offlinePacks.row.plans', { count: latest.plans })} · {t('offlinePacks.row.code', { code: latest.code })}
      </span>
      {isComing && <span className="quiet">{t('offlinePacks.row.coming')}</span>}
      <Downloads pack={latest} centre={row.centre.title} packs={acts.packs} />
    </div>
  );
}

/** The two files of a pack. */
function Downloads({ pack, centre, packs }: { pack: PackView; centre: string; packs: Packs }) {
  return (
    <span className={styles.packActs}>
      {(['pdf', 'html'] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={`${t(`offlinePacks.row.${kind}`)}: ${centre}`}
          onClick={() => packs.fetchFile(pack.key, kind)}
        >
          {t(`offlinePacks.row.${kind}`)}
        </Button>
      ))}
    </span>
  );
}

function Place({ row: { placement, latest } }: { row: PackRow }) {
  if (!latest) return <span className="quiet">–</span>;
  if (!placement) return <span className="quiet">{t('offlinePacks.row.notPlaced')}</span>;
  const since = { date: asDate(placement.placedOn), number: placement.number ?? '' };
  return (
    <div className={styles.packCell}>
      <span>{placement.place}</span>
      <span className="quiet">{t('offlinePacks.row.placedOn', since)}</span>
    </div>
  );
}

function nextStep({ status, placement }: PackRow): string | undefined {
  switch (status) {
    case 'none':
      return t('offlinePacks.row.none');
    case 'coming':
      return t('offlinePacks.row.first');
    case 'notPlaced':
      return t('offlinePacks.row.printIt');
    case 'old':
      return t('offlinePacks.row.replaceIt', { number: placement?.number ?? '' });
    case 'placed':
      return undefined;
  }
}

function Next({ row, acts }: { row: PackRow; acts: Acts }) {
  const { abilities, centre, latest, status } = row;
  const step = nextStep(row);
  const placed = status === 'placed';
  return (
    <div className={styles.packCell}>
      {step !== undefined && <span>{step}</span>}
      <span className={styles.packActs}>
        {abilities.place && (
          <Button
            size="small"
            appearance={placed ? 'secondary' : 'primary'}
            aria-label={`${t(`offlinePacks.row.${placed ? 'move' : 'place'}`)}: ${centre.title}`}
            onClick={() => acts.onPlace(row)}
          >
            {t(`offlinePacks.row.${placed ? 'move' : 'place'}`)}
          </Button>
        )}
        {abilities.make && (
          <Button size="small" onClick={() => acts.packs.make(centre.id)}>
            {t('offlinePacks.row.make')}
          </Button>
        )}
        {latest && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${t('offlinePacks.row.history')}: ${centre.title}`}
            onClick={() => acts.onHistory(row)}
          >
            {t('offlinePacks.row.history')}
          </Button>
        )}
      </span>
    </div>
  );
}
