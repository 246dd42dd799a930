import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { Link } from 'wouter';
import type { TaskRow, WheelView } from '../../api/annual-wheel/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDay, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { dueText } from './due-text.ts';
import { LookTag } from './LookTag.tsx';
import { monthName } from './slots.ts';
import {
  lookChoices,
  pageSize,
  useTasks,
  useWorkbook,
  type Choose,
  type TaskSort,
  type WheelChoice,
} from './useWheel.ts';

const everything = { q: '', look: '', due: '', role: '', centre: '', activity: '', occurrence: '', month: '' };

/** The year's tasks as a table: search, filters, order, pages, and the same as a workbook. */
export function WheelTasks({ wheel, choice, choose }: { wheel: WheelView; choice: WheelChoice; choose: Choose }) {
  const tasks = useTasks(choice, wheel.rings);
  const workbook = useWorkbook(choice, wheel.rings);
  const activity = wheel.rings.flatMap((ring) => ring.activities).find(({ key }) => key === choice.activityKey);
  return (
    <section className="section" aria-labelledby="tasks-title">
      <div className="section-head">
        <h2 className="section-title" id="tasks-title">
          {activity?.title ?? t('wheel.table.title')}
          {activity && choice.occurrence && `, ${asDay(choice.occurrence)}`}
          {choice.month && `, ${monthName(choice.month)}`}
        </h2>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={workbook.isPending}
          busyText={t('common.word.makingExcel')}
          onClick={() => workbook.mutate()}
        >
          {t('common.word.excel')}
        </ActButton>
      </div>
      <ActFailed error={workbook.error} />
      <Filters wheel={wheel} choice={choice} choose={choose} total={tasks.data?.total} />
      <Viewed view={tasks} skeleton={<Skeleton />}>
        {({ tasks: rows, total }) =>
          total === 0 ? (
            <NothingFound title={t('wheel.table.nothing')} onClear={() => choose(everything)}>
              <p>{t('wheel.table.nothingText')}</p>
            </NothingFound>
          ) : (
            <>
              <DataTable
                caption={t('wheel.table.title')}
                columns={columns()}
                rows={rows}
                rowKey={(row) => row.key}
                sorted={{ by: choice.sort, descending: choice.down }}
                onSort={(sort) => choose({ sort, down: choice.sort === sort && !choice.down ? 'yes' : '' })}
                busy={tasks.isPlaceholderData}
              />
              <Pages
                offset={choice.offset}
                limit={pageSize}
                total={total}
                onMove={(offset) => choose({ offset: String(offset) })}
              />
            </>
          )
        }
      </Viewed>
    </section>
  );
}

const lookText = (look: (typeof lookChoices)[number]): string =>
  look === 'open' || look === 'missed' || look === 'doneLate'
    ? t(`wheel.table.looks.${look}`)
    : t(`wheel.look.${look}`);

function Filters(props: { wheel: WheelView; choice: WheelChoice; choose: Choose; total: number | undefined }) {
  const { wheel, choice, choose } = props;
  const organisation = useView('GET /api/organisation', {});
  const filtered = [
    choice.q,
    choice.look,
    choice.due,
    choice.role,
    choice.centreId,
    choice.activityKey,
    choice.month,
  ].some(Boolean);
  return (
    <div className="filters">
      <SearchField label={t('wheel.table.search')} value={choice.q} onSearch={(q) => choose({ q })} />
      <Narrow
        label={t('common.word.status')}
        all={t('common.word.allStatuses')}
        value={choice.look}
        options={lookChoices.map((look) => ({ value: look, text: lookText(look) }))}
        onChange={(look) => choose({ look })}
      />
      <Narrow
        label={t('common.word.due')}
        all={t('wheel.table.allDue')}
        value={choice.due}
        options={[{ value: 'soFar' as const, text: t('wheel.table.dueSoFar', { year: String(wheel.year) }) }]}
        onChange={(due) => choose({ due })}
      />
      <Narrow
        label={t('wheel.table.role')}
        all={t('wheel.table.allRoles')}
        value={choice.role}
        options={wheel.rings.map(({ role }) => ({ value: role, text: t(`roles.${role}`) }))}
        onChange={(role) => choose({ role })}
      />
      <Narrow
        label={t('common.word.centre')}
        all={t('common.word.allCentres')}
        value={choice.centreId}
        options={[
          { value: 'none', text: t('common.word.wholeMunicipality') },
          ...(organisation.data?.centres ?? []).map(({ id, title }) => ({ value: id, text: title })),
        ]}
        onChange={(centre) => choose({ centre })}
      />
      <span className="quiet" role="status">
        {props.total !== undefined && t('common.table.found', { count: props.total })}
      </span>
      {filtered && (
        <Button appearance="subtle" onClick={() => choose(everything)}>
          {t('common.word.showAll')}
        </Button>
      )}
    </div>
  );
}

const columns = (): Column<TaskRow, TaskSort>[] => [
  {
    key: 'title',
    title: t('wheel.table.task'),
    sort: 'title',
    cell: (task) => (
      <div>
        <Link href={`/wheel/tasks/${encodeURIComponent(task.key)}`}>{task.title}</Link>
        {task.moved && <p className="quiet">{t('wheel.table.moved', { day: asDay(task.occurrence) })}</p>}
      </div>
    ),
  },
  { key: 'centre', title: t('common.word.centre'), sort: 'centre', cell: (task) => task.centre?.title ?? '–' },
  {
    key: 'role',
    title: t('common.word.who'),
    sort: 'role',
    cell: (task) =>
      task.responsible ? (
        <NameCell name={task.responsible.name} jobTitle={t(`wheel.bodies.${task.role}`)} />
      ) : (
        `${t(`roles.${task.role}`)}: ${t('wheel.nobody').toLowerCase()}`
      ),
  },
  { key: 'due', title: t('common.word.due'), sort: 'due', cell: dueText },
  {
    key: 'look',
    title: t('common.word.status'),
    sort: 'look',
    short: true,
    cell: (task) => <LookTag look={task.look} />,
  },
];
