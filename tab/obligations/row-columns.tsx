import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import { kindName, oweText } from '../shared/kinds.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { NudgeRow } from './NudgeRows.tsx';
import { passedText } from './passed-text.ts';
import type { RowSort } from './useMyCentre.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './MyCentrePage.module.css';
import personStyles from '../shared/ui/Person.module.css';

interface Picking {
  mayHandOver: boolean;
  mayNudge: boolean;
  withCentre: boolean;
  picked: ReadonlyMap<string, ObligationRow>;
  onPick: (row: ObligationRow) => void;
  onGive: (row: ObligationRow) => void;
}

/** Columns of obligations by person; selectable for those who may hand over. */
export function rowColumns(picking: Picking): Column<ObligationRow, RowSort>[] {
  const pick: Column<ObligationRow, RowSort> = {
    key: 'pick',
    title: t('obligations.people.pick'),
    cell: (row) => <Pick row={row} picking={picking} />,
  };
  const give: Column<ObligationRow, RowSort> = {
    key: 'give',
    title: t('obligations.handOver.button'),
    cell: (row) =>
      row.abilities.handOver && (
        <Button
          size="small"
          aria-label={t('obligations.people.handOverOf', { title: row.title, name: row.person.name })}
          onClick={() => picking.onGive(row)}
        >
          {t('obligations.handOver.button')}
        </Button>
      ),
  };
  const nudge: Column<ObligationRow, RowSort> = {
    key: 'nudge',
    title: t('obligations.nudge.one'),
    short: true,
    cell: (row) => <NudgeRow row={row} />,
  };
  const centre: Column<ObligationRow, RowSort> = {
    key: 'centre',
    title: t('common.word.centre'),
    sort: 'centre',
    cell: (row) => row.centre?.title ?? t(row.person.centre ? 'common.word.wholeMunicipality' : 'common.noCentre'),
  };
  return [
    ...(picking.mayHandOver || picking.mayNudge ? [pick] : []),
    { key: 'name', title: t('common.word.who'), sort: 'name', cell: (row) => <Who row={row} /> },
    { key: 'kind', title: t('common.word.what'), sort: 'kind', cell: (row) => <What row={row} /> },
    ...(picking.withCentre ? [centre] : []),
    { key: 'due', title: t('common.word.due'), sort: 'due', short: true, cell: (row) => <Due row={row} /> },
    ...(picking.mayNudge ? [nudge] : []),
    ...(picking.mayHandOver ? [give] : []),
  ];
}

function Pick({ row, picking }: { row: ObligationRow; picking: Picking }) {
  if (!row.abilities.handOver && !row.abilities.nudge) return null;
  return (
    <Check
      className={styles.rowPick}
      checked={picking.picked.has(row.key)}
      aria-label={t('obligations.people.pickOf', { title: row.title, name: row.person.name })}
      onChange={() => picking.onPick(row)}
    >
      <span className={styles.rowPickText} aria-hidden>
        {t('obligations.people.pick')}
      </span>
    </Check>
  );
}

const Who = ({ row: { person, away } }: { row: ObligationRow }) => (
  <div>
    <Link href={`/centre?person=${person.id}`} className={styles.rowPerson}>
      {person.name}
    </Link>
    {person.jobTitle && (
      <p className={personStyles.personRole} data-part="person-role">
        {person.jobTitle}
      </p>
    )}
    {away && <span className="tag">{t('obligations.people.away')}</span>}
  </div>
);

function What({ row }: { row: ObligationRow }) {
  const passed = passedText(row);
  return (
    <div>
      <p>{oweText(row)}</p>
      <p className="quiet">
        {kindName(row.kind)}
        {passed && <> · {passed}</>}
      </p>
    </div>
  );
}

function Due({ row }: { row: ObligationRow }) {
  if (row.state === 'done') return t('obligations.tasks.group.done');
  if (row.state === 'paused') return t('obligations.tasks.group.paused');
  return (
    <div>
      <p className={row.daysLeft < 0 ? styles.rowOverdue : ''}>{asDue(row.daysLeft)}</p>
      <p className="quiet">{asDate(row.due)}</p>
    </div>
  );
}
