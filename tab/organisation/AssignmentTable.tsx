import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { asDate, compareTexts, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { DeputyLine } from './DeputyLine.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';

type Sort = 'person' | 'role' | 'startsOn' | 'endsOn' | 'state';

const open = '9999-12-31';
const stateOrder = { current: '0', future: '1', ended: '2' } as const;
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
  const [ending, setEnding] = useState<AssignmentView>();
  const [asking, setAsking] = useState(false);
  const rows = useMemo(() => {
    const direction = sorted.descending ? -1 : 1;
    const text = sortText[sorted.by];
    return [...assignments].sort(
      (one, other) =>
        direction * compareTexts(text(one), text(other)) || compareTexts(one.person.name, other.person.name),
    );
  }, [assignments, sorted]);
  const end = (assignment: AssignmentView) => {
    setEnding(assignment);
    setAsking(true);
  };
  const columns = columnsOf(end, withCentre);
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
      {ending && <EndDialog key={ending.key} assignment={ending} open={asking} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Empty columns are hidden. */
const isOfUse = (key: string, rows: readonly AssignmentView[]): boolean => {
  if (key === 'end') return rows.some(({ abilities }) => abilities.end);
  return key !== 'deputy' || rows.some(({ deputy, abilities }) => deputy ?? abilities.nameDeputy);
};

const columnsOf = (end: (assignment: AssignmentView) => void, withCentre: boolean): Column<AssignmentView, Sort>[] => [
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
    cell: (row) => (row.endsOn ? asDate(row.endsOn) : t('organisation.roles.noEnd')),
  },
  {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (row) => (
      <span className={row.state === 'current' ? 'tag tag-strong' : 'tag'}>
        {t(`organisation.roles.states.${row.state}`)}
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
    cell: (row) =>
      row.abilities.end && (
        <Button
          size="small"
          aria-label={t('organisation.roles.endOf', { role: t(`roles.${row.role}`), name: row.person.name })}
          onClick={() => end(row)}
        >
          {t('organisation.roles.end')}
        </Button>
      ),
  },
];

/** Ends an appointment on a day, with the consequence in words. */
function EndDialog(props: { assignment: AssignmentView; open: boolean; onClose: () => void }) {
  const { assignment, onClose } = props;
  const today = useMe().data?.today ?? '';
  const words = { name: assignment.person.name, role: t(`roles.${assignment.role}`) };
  const state = useForm({
    start: { endsOn: assignment.endsOn ?? today },
    follows: true,
    send: (body, api) => api('POST /api/organisation/assignments/:key/end', { params: { key: assignment.key }, body }),
    saved: (_, { endsOn }) => t('organisation.ending.done', { ...words, date: asDate(endsOn) }),
    close: onClose,
  });
  return (
    <FormDialog
      open={props.open}
      title={t('organisation.ending.title')}
      onClose={onClose}
      state={state}
      button={t('organisation.ending.button')}
      busyText={t('organisation.ending.working')}
    >
      <p>{t('organisation.ending.text', words)}</p>
      <FormField
        control={state.control}
        name="endsOn"
        label={t('organisation.appoint.endsOn')}
        type="date"
        min={assignment.startsOn}
        rules={required()}
      />
    </FormDialog>
  );
}
