import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LogDay, LogRow } from '../../api/reminders/contract.ts';
import { countsInOrder } from '../deliveries/parts/recipient-states.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { oweText } from '../shared/kinds.ts';
import { asNumber, asTime, asWeekday, t, textOf } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { OthersLines } from './OthersLines.tsx';
import { sentenceStart } from './reminder-texts.ts';
import styles from './RemindersPage.module.css';

const pageSize = 50;
const dayLink = (day: string) => `/operations/reminders?part=log&day=${day}`;

/** Det har vi sendt: by day, recipients with their outcome. */
export function LogPart({ nav }: { nav: ReactNode }) {
  const { valueOf, offset, choose } = useAddress<'day'>();
  const day = valueOf('day');
  const view = useView('GET /api/reminders/log', {});
  return (
    <Viewed view={view}>
      {({ days, abilities, freshness }) => (
        <Page title={titleOf(days)} above={t('reminders.page.title')} lead={leadOf(days)}>
          {nav}
          {day && abilities.seePeople && (
            <Told key={day} day={day} closed={days.some((one) => one.day === day && one.closed)} />
          )}
          {!(day && abilities.seePeople) && days.length === 0 && (
            <Blank title={t('reminders.log.empty.title')} text={t('reminders.log.empty.text')} />
          )}
          {!(day && abilities.seePeople) && days.length > 0 && (
            <>
              <DataTable
                caption={t('reminders.log.days')}
                columns={dayColumns(abilities.seePeople)}
                rows={days.slice(offset, offset + pageSize)}
                rowKey={(row) => row.day}
              />
              <Pages
                offset={offset}
                limit={pageSize}
                total={days.length}
                onMove={(next) => choose({ offset: String(next) })}
              />
            </>
          )}
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function titleOf([latest]: readonly LogDay[]): string {
  if (!latest) return t('reminders.log.none');
  const people = t('common.people', { count: latest.told });
  return t('reminders.log.answer', { people, day: asWeekday(latest.day) });
}

function leadOf(days: readonly LogDay[]): string | undefined {
  const count = days.reduce((sum, { doneSince }) => sum + doneSince, 0);
  if (days.length === 0) return undefined;
  return count === 0 ? t('reminders.log.leadNone') : t('reminders.log.lead', { count });
}

const isTold = (state: string): boolean => state === 'sent' || state === 'sentAgain';
/** Got no card, by reason. */
const notTold = ({ counts }: LogDay) => countsInOrder(counts).filter(({ state }) => !isTold(state));

const dayColumns = (seePeople: boolean): Column<LogDay>[] => [
  {
    key: 'day',
    title: t('common.word.day'),
    cell: ({ day }) => {
      const text = sentenceStart(asWeekday(day));
      return seePeople ? <Link href={dayLink(day)}>{text}</Link> : text;
    },
  },
  { key: 'told', title: t('reminders.log.told'), numeric: true, cell: ({ told }) => asNumber(told) },
  {
    key: 'notTold',
    title: t('reminders.log.notTold'),
    cell: (row) =>
      notTold(row)
        .map(({ state, count }) => `${textOf(`deliveries.state.${state}`) ?? state}: ${asNumber(count)}`)
        .join(', ') || '–',
  },
  { key: 'done', title: t('reminders.log.done'), numeric: true, cell: ({ doneSince }) => asNumber(doneSince) },
];

/** The people of one day. */
function Told({ day, closed }: { day: string; closed: boolean }) {
  const { valueOf, offset, choose } = useAddress<'q'>();
  const q = valueOf('q') ?? '';
  const view = useView(
    'GET /api/reminders/log/:day',
    { params: { day }, query: { ...(q ? { q } : {}), offset, limit: pageSize } },
    { keepPrevious: true },
  );
  return (
    <section className="section" aria-labelledby="told">
      <div className="section-head">
        <h2 className="section-title" id="told">
          {t('reminders.log.rows', { day: asWeekday(day) })}
        </h2>
        <ButtonLink to="/operations/reminders?part=log">{t('reminders.log.back')}</ButtonLink>
      </div>
      <div className="filters">
        <SearchField value={q} onSearch={(text) => choose({ q: text })} />
        <span className="quiet" role="status">
          {q && view.data ? t('common.table.found', { count: view.data.total }) : ''}
        </span>
      </div>
      {closed && <p className="quiet">{t(view.isPending ? 'reminders.log.fetching' : 'reminders.log.closed')}</p>}
      <Viewed view={view} skeleton={<Skeleton rows={5} />}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Nobody q={q} onClear={() => choose({ q: '' })} />
            ) : (
              <DataTable
                caption={t('reminders.log.rows', { day: asWeekday(day) })}
                columns={rowColumns()}
                rows={rows}
                rowKey={({ person }) => person.id}
                busy={view.isPlaceholderData}
              />
            )}
            <Pages offset={offset} limit={pageSize} total={total} onMove={(next) => choose({ offset: String(next) })} />
          </>
        )}
      </Viewed>
    </section>
  );
}

function Nobody({ q, onClear }: { q: string; onClear: () => void }) {
  if (!q) return <Blank title={t('reminders.log.emptyDay.title')} text={t('reminders.log.emptyDay.text')} />;
  return (
    <NothingFound title={t('common.table.nothing')} onClear={onClear}>
      <p>{t('common.table.nothingText')}</p>
    </NothingFound>
  );
}

const stateText = ({ state, code, at }: LogRow): string => {
  const reason = code === undefined ? undefined : textOf(`deliveries.reason.${code}`);
  const text = reason ?? textOf(`deliveries.state.${state}`) ?? state;
  return at && isTold(state) ? `${text}, ${t('reminders.log.at', { time: asTime(at) })}` : text;
};

const rowColumns = (): Column<LogRow>[] => [
  { key: 'person', title: t('common.word.who'), cell: ({ person }) => <NameCell {...person} /> },
  { key: 'state', title: t('reminders.log.state'), cell: stateText },
  {
    key: 'what',
    title: t('common.word.what'),
    cell: ({ lines, others }) => (
      <>
        {lines.length > 0 && <LogLines lines={lines.slice(0, mostShown)} />}
        <OthersLines others={others} />
        {lines.length > mostShown && (
          <details>
            <summary>{t('reminders.preview.more', { count: lines.length - mostShown })}</summary>
            <LogLines lines={lines.slice(mostShown)} />
          </details>
        )}
      </>
    ),
  },
];

/** Lines shown per person: those who follow up a large centre get hundreds. */
const mostShown = 20;

const LogLines = ({ lines }: Pick<LogRow, 'lines'>) => (
  <ul className={styles.reminderLines}>
    {lines.map((line) => (
      <li key={`${line.kind} ${line.title} ${line.person?.id ?? ''} ${line.due}`}>
        <p>{oweText(line)}</p>
        <p className="quiet">
          {line.person && <>{t('reminders.preview.owes', { name: line.person.name })}, </>}
          {line.doneSince ? t('reminders.log.doneSince') : t('reminders.log.notDone')}
        </p>
      </li>
    ))}
  </ul>
);
