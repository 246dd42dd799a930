import { Button, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/http/endpoint.ts';
import type { DigestPreview, remindersContract } from '../../api/reminders/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { oweText } from '../shared/kinds.ts';
import { useMe } from '../shared/me.ts';
import { asDue, asWeekday, t, textOf } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { OthersLines } from './OthersLines.tsx';
import { dayName, hourText, insideSentence, sentenceStart } from './reminder-texts.ts';
import styles from './RemindersPage.module.css';

type Preview = AnswerOf<(typeof remindersContract)['GET /api/reminders/preview']>;
type Line = DigestPreview['lines'][number];
const pageSize = 50;
/** As short as on a card. */
const mostLines = 5;

/** Det sender vi: recipients, content, reason, time, on a selectable day; or why nothing is. */
export function PreviewPart({ nav }: { nav: ReactNode }) {
  const { valueOf, offset, choose } = useAddress<'day' | 'q'>();
  const today = useMe().data?.today ?? '';
  const day = valueOf('day');
  const q = valueOf('q') ?? '';
  const view = useView(
    'GET /api/reminders/preview',
    { query: { ...(day ? { day } : {}), ...(q ? { q } : {}), offset, limit: pageSize } },
    { keepPrevious: true },
  );
  return (
    <Viewed view={view}>
      {(preview) => (
        <Page title={titleOf(preview, today)} above={t('reminders.page.title')} lead={<Lead preview={preview} q={q} />}>
          {nav}
          <div className="filters">
            <label className={styles.previewDay}>
              {t('common.word.day')}
              <Input
                type="date"
                value={preview.day}
                onChange={(_, data) => data.value && choose({ day: data.value })}
              />
            </label>
            {preview.working && (
              <>
                <Button onClick={() => choose({ day: preview.nextWorkingDay })}>
                  {t('reminders.preview.nextDay')}
                </Button>
                <SearchField value={q} onSearch={(text) => choose({ q: text })} />
              </>
            )}
            <span className="quiet" role="status">
              {q ? t('common.table.found', { count: preview.total }) : ''}
            </span>
          </div>
          {preview.working ? (
            <Digests preview={preview} q={q} busy={view.isPlaceholderData} onClear={() => choose({ q: '' })} />
          ) : (
            <NothingGoes preview={preview} onNext={() => choose({ day: preview.nextWorkingDay })} />
          )}
          <Pages
            offset={offset}
            limit={pageSize}
            total={preview.total}
            onMove={(next) => choose({ offset: String(next) })}
          />
          <AsOf freshness={preview.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function titleOf({ day, working }: Preview, today: string): string {
  if (!working) return t('reminders.preview.closed', { day: asWeekday(day) });
  const name = dayName(day, today);
  if (name === 'today') return t('reminders.preview.today');
  return name === 'tomorrow' ? t('reminders.preview.tomorrow') : t('reminders.preview.other', { day: asWeekday(day) });
}

function Lead({ preview, q }: { preview: Preview; q: string }) {
  const { day, working, estimated, total, unreachable } = preview;
  if (!working || q) return null;
  const values = { count: total, day: asWeekday(day) };
  return (
    <p>
      {total === 0 ? t('reminders.preview.nobody', values) : t('reminders.preview.answer', values)}{' '}
      {unreachable > 0 && t('reminders.preview.unreachable', { count: unreachable })} {t('reminders.preview.oneCard')}{' '}
      {t(estimated ? 'reminders.preview.estimated' : 'reminders.preview.asKnown')}
    </p>
  );
}

function NothingGoes({ preview, onNext }: { preview: Preview; onNext: () => void }) {
  const { day, holiday, nextWorkingDay } = preview;
  const named = sentenceStart(asWeekday(day));
  return (
    <Notice tone="info" actions={<Button onClick={onNext}>{t('reminders.preview.nextDay')}</Button>}>
      <p>
        {holiday === undefined
          ? t('reminders.preview.weekend', { day: named })
          : t('reminders.preview.holiday', { day: named, holiday })}
      </p>
      <p>{t('reminders.preview.caughtUp', { day: asWeekday(nextWorkingDay) })}</p>
    </Notice>
  );
}

function Digests(props: { preview: Preview; q: string; busy: boolean; onClear: () => void }) {
  const { preview, q, busy, onClear } = props;
  if (preview.digests.length > 0)
    return (
      <DataTable
        caption={t('reminders.preview.table')}
        columns={columns()}
        rows={preview.digests}
        rowKey={({ person }) => person.id}
        busy={busy}
      />
    );
  if (q)
    return (
      <NothingFound title={t('common.table.nothing')} onClear={onClear}>
        <p>{t('common.table.nothingText')}</p>
      </NothingFound>
    );
  return <Blank title={t('reminders.preview.empty.title')} text={t('reminders.preview.empty.text')} />;
}

const columns = (): Column<DigestPreview>[] => [
  { key: 'person', title: t('common.word.who'), cell: ({ person }) => <NameCell {...person} /> },
  { key: 'hour', title: t('common.word.when'), short: true, cell: ({ hour }) => hourText(hour) },
  { key: 'what', title: t('reminders.preview.what'), cell: What },
  { key: 'reach', title: t('reminders.preview.reach'), cell: reachText },
];

const reachText = ({ unreachable }: DigestPreview): string =>
  unreachable === undefined
    ? t('reminders.preview.yes')
    : t('reminders.preview.no', {
        why: insideSentence(textOf(`deliveries.reason.${unreachable}`) ?? t('deliveries.reason.other')),
      });

const What = ({ lines, others }: DigestPreview) => (
  <>
    {lines.length > 0 && <Lines lines={lines} />}
    <OthersLines others={others} />
  </>
);

function Lines({ lines }: { lines: readonly Line[] }) {
  const rest = lines.length - mostLines;
  return (
    <ul className={styles.reminderLines}>
      {lines.slice(0, mostLines).map((line) => (
        <li key={`${line.kind} ${line.title} ${line.due}`}>
          <p>{oweText(line)}</p>
          <p className="quiet">
            {t(`reminders.step.${line.step ?? 'along'}`, { due: asDue(line.daysLeft, line.due) })}
          </p>
        </li>
      ))}
      {rest > 0 && <li className="quiet">{t('reminders.preview.more', { count: rest })}</li>}
    </ul>
  );
}
