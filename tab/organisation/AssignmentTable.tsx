import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { asDate, compareTexts, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { DeputyLine } from './DeputyLine.tsx';
import { EndDialog } from './EndDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Sort = 'person' | 'role' | 'startsOn' | 'endsOn' | 'state';

const open = '9999-12-31';
const stateOrder = { current: '0', future: '1', left: '2', ended: '3' } as const;
const sortText: Record<Sort, (row: AssignmentView) => string> = {
  person: (row) => row.person.name,
  role: (row) => `${t(`roles.${row.role}`)} ${row.centre?.title ?? ''}`,
  startsOn: (row) => row.startsOn,
  endsOn: (row) => row.endsOn ?? open,
  state: (row) => stateOrder[row.state],
};

/** Role holders with their periods; with a button that ends one if permitted. */
export function AssignmentTable(props: {
  assignments: readonly AssignmentView[];
  caption: string;
  withCentre?: boolean;
}) {
  const { assignments, withCentre = true } = props;
  const [sorted, setSorted] = useState<{ by: Sort; descending: boolean }>({ by: 'state', descending: false });
  const [chosen, setChosen] = useState<{ assignment: AssignmentView; act: Act }>();
  const [asking, setAsking] = useState(false);
  const rows = useMemo(() => {
    const direction = sorted.descending ? -1 : 1;
    const text = sortText[sorted.by];
    return [...assignments].sort(
      (one, other) =>
        direction * compareTexts(text(one), text(other)) || compareTexts(one.person.name, other.person.name),
    );
  }, [assignments, sorted]);
  const ask = (assignment: AssignmentView, act: Act) => {
    setChosen({ assignment, act });
    setAsking(true);
  };
  const columns = columnsOf(ask, withCentre);
  const Dialog = chosen?.act === 'withdraw' ? WithdrawDialog : EndDialog;
  return (
    <>
      <DataTable
        caption={props.caption}
        columns={columns.filter(({ key }) => isOfUse(key, assignments))}
        rows={rows}
        rowKey={(row) => row.key}
        sorted={sorted}
        onSort={(by) => setSorted((now) => ({ by, descending: now.by === by && !now.descending }))}
      />
      {chosen && (
        <Dialog
          key={chosen.assignment.key}
          assignment={chosen.assignment}
          open={asking}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Empty columns are hidden. */
const isOfUse = (key: string, rows: readonly AssignmentView[]): boolean => {
  if (key === 'end') return rows.some(({ abilities }) => abilities.end);
  return key !== 'deputy' || rows.some(({ deputy, abilities }) => deputy ?? abilities.nameDeputy);
};

type Act = 'end' | 'withdraw';
type Ask = (assignment: AssignmentView, act: Act) => void;

const columnsOf = (ask: Ask, withCentre: boolean): Column<AssignmentView, Sort>[] => [
  {
    key: 'person',
    title: t('common.word.person'),
    sort: 'person',
    cell: (row) => <NameCell {...row.person} />,
  },
  {
    key: 'role',
    title: t('organisation.roles.role'),
    sort: 'role',
    cell: (row) => (
      <>
        <p>{row.chair ? `${t(`roles.${row.role}`)} (${t('organisation.chair')})` : t(`roles.${row.role}`)}</p>
        {withCentre && row.centre && (
          <p>
            <Link href={`/organisation/centres/${row.centre.id}`}>{row.centre.title}</Link>
          </p>
        )}
      </>
    ),
  },
  {
    key: 'startsOn',
    title: t('common.word.from'),
    sort: 'startsOn',
    short: true,
    cell: (row) => asDate(row.startsOn),
  },
  {
    key: 'endsOn',
    title: t('organisation.roles.endsOn'),
    sort: 'endsOn',
    short: true,
    cell: lastDayText,
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (row) => (
      <span className={row.state === 'current' ? 'tag tag-strong' : 'tag'}>
        {t(row.withdrawn ? 'organisation.roles.withdrawn' : `organisation.roles.states.${row.state}`)}
      </span>
    ),
  },
  {
    key: 'deputy',
    title: t('organisation.deputy.head'),
    cell: ({ key: assignmentKey, person: holder, role, deputy, abilities }) => (
      <DeputyLine
        labelled={false}
        mayName={abilities.nameDeputy === true}
        about={{ assignmentKey, holder, role, deputy }}
      />
    ),
  },
  {
    key: 'end',
    title: t('organisation.roles.end'),
    cell: (row) => <Acts row={row} ask={ask} />,
  },
];

/** One that was withdrawn had no day. */
function lastDayText({ endsOn, withdrawn }: AssignmentView): string {
  if (withdrawn) return '–';
  return endsOn ? asDate(endsOn) : t('organisation.roles.noEnd');
}

/** What may be done to an appointment: one that has not begun is withdrawn, or gets a last day. */
const Acts = ({ row, ask }: { row: AssignmentView; ask: Ask }) => (
  <>
    {row.abilities.withdraw && <ActButton row={row} act="withdraw" ask={ask} />}
    {row.abilities.end && <ActButton row={row} act="end" ask={ask} />}
  </>
);

const ActButton = ({ row, act, ask }: { row: AssignmentView; act: Act; ask: Ask }) => (
  <Button
    size="small"
    aria-label={t(`organisation.roles.${act}Of`, { role: t(`roles.${row.role}`), name: row.person.name })}
    onClick={() => ask(row, act)}
  >
    {t(`organisation.roles.${act}`)}
  </Button>
);
