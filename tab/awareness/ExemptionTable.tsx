import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useView, useAct } from '../shared/api/queries.ts';
import { asDate, compareTexts, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import type { Exemption } from './views.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

type Sort = 'person' | 'from' | 'until';
const never = '9999-12-31';
const sortText: Record<Sort, (row: Exemption) => string> = {
  person: (row) => row.person.name,
  from: (row) => row.from,
  until: (row) => row.until ?? never,
};

/** Exemptions with reason and grantor; with a button to end them. */
export function ExemptionTable({ exemptions }: { exemptions: readonly Exemption[] }) {
  const courses = useView('GET /api/learning/courses', {});
  const [sorted, setSorted] = useState<{ by: Sort; descending: boolean }>({ by: 'person', descending: false });
  const [ending, setEnding] = useState<Exemption>();
  const [asking, setAsking] = useState(false);
  const direction = sorted.descending ? -1 : 1;
  const rows = [...exemptions].sort(
    (one, other) => direction * compareTexts(sortText[sorted.by](one), sortText[sorted.by](other)),
  );
  const columns = columnsOf(
    (key) => courses.data?.courses.find((course) => course.key === key)?.title ?? '',
    (exemption) => {
      setEnding(exemption);
      setAsking(true);
    },
  );
  return (
    <>
      <DataTable
        caption={t('awareness.nav.exemptions')}
        columns={exemptions.some((row) => row.abilities.end) ? columns : columns.filter(({ key }) => key !== 'end')}
        rows={rows}
        rowKey={(row) => row.key}
        sorted={sorted}
        onSort={(by) => setSorted((now) => ({ by, descending: now.by === by && !now.descending }))}
      />
      {ending && (
        <EndExemptionDialog key={ending.key} exemption={ending} open={asking} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

const columnsOf = (
  courseOf: (key: string) => string,
  end: (exemption: Exemption) => void,
): Column<Exemption, Sort>[] => [
  {
    key: 'person',
    title: t('common.word.person'),
    sort: 'person',
    cell: ({ person }) => (
      <div>
        <NameCell {...person} />
        {person.centre && <p className="quiet">{person.centre}</p>}
      </div>
    ),
  },
  { key: 'course', title: t('awareness.exempt.course'), cell: (row) => courseOf(row.courseKey) },
  { key: 'reason', title: t('awareness.exemptions.reason'), cell: (row) => row.reason },
  {
    key: 'from',
    title: t('common.word.from'),
    sort: 'from',
    short: true,
    cell: (row) => asDate(row.from),
  },
  {
    key: 'until',
    title: t('awareness.exempt.until'),
    sort: 'until',
    short: true,
    cell: (row) => (row.until ? asDate(row.until) : t('awareness.exemptions.noEnd')),
  },
  { key: 'by', title: t('awareness.exemptions.by'), cell: (row) => row.by.name },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: ({ state }) => (
      <span className={state === 'current' ? 'tag tag-strong' : 'tag'}>
        {t(`awareness.exemptions.states.${state}`)}
      </span>
    ),
  },
  {
    key: 'end',
    title: t('awareness.exemptions.end'),
    cell: (row) =>
      row.abilities.end && (
        <Button
          size="small"
          aria-label={t('awareness.exemptions.endOf', { name: row.person.name })}
          onClick={() => end(row)}
        >
          {t('awareness.exemptions.end')}
        </Button>
      ),
  },
];

/** Ends an exemption today, with the consequence in words. */
function EndExemptionDialog(props: { exemption: Exemption; open: boolean; onClose: () => void }) {
  const { exemption, onClose } = props;
  const act = useAct('POST /api/learning/exemptions/:key/end');
  const { name } = exemption.person;
  const end = () =>
    act.mutate(
      { params: { key: exemption.key } },
      {
        onSuccess: () => {
          notify(t('awareness.exemptions.ending.done', { name }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.exemptions.ending.title')}
      onClose={onClose}
      act={{
        text: t('awareness.exemptions.ending.button'),
        busyText: t('awareness.exemptions.ending.working'),
        busy: act.isPending,
        press: end,
      }}
    >
      <p>{t('awareness.exemptions.ending.text', { name })}</p>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
