import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { RetentionKind, RetentionView } from '../../api/retention/contract.ts';
import { formatMonth } from '../../api/texts/format.ts';
import { OperationsNav } from '../shared/navigation/OperationsNav.tsx';
import { useView } from '../shared/api/queries.ts';
import { asDate, asNumber, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { PersonData } from './PersonData.tsx';
import styles from './Retention.module.css';
import { RetentionDialog } from './RetentionDialog.tsx';
import factsStyles from '../shared/ui/Facts.module.css';

/** Opbevaring: the retention time of each kind of personal data, what is older, and the next deletion. */
export function RetentionPage() {
  const shown = useView('GET /api/retention', {});
  return (
    <Viewed view={shown}>
      {(view) => (
        <Page
          title={answerOf(view.kinds)}
          above={t('retention.title')}
          lead={t('retention.lead', { count: asNumber(view.mostInRun) })}
        >
          <OperationsNav />
          <section className="card">
            <DataTable
              caption={t('retention.tableCaption')}
              columns={columnsOf(view)}
              rows={view.kinds}
              rowKey={({ kind }) => kind}
            />
            <p className={styles.retentionProof}>{t('retention.proof')}</p>
          </section>
          <Fixed fixed={view.fixed} />
          <PersonData />
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf(kinds: readonly RetentionKind[]): string {
  const count = kinds.reduce((sum, { due }) => sum + due.things, 0);
  if (count > 0) return t('retention.answerDue', { count });
  return t(kinds.some(({ isOn }) => isOn) ? 'retention.answerNone' : 'retention.answerOff');
}

const titleOf = (kind: RetentionKind['kind'] | RetentionView['fixed'][number]['kind']): string =>
  t(`retention.kinds.${kind}.title`);

const columnsOf = ({ abilities: { edit }, mostDays }: RetentionView): Column<RetentionKind>[] => [
  {
    key: 'kind',
    title: t('common.word.kind'),
    cell: ({ kind }) => (
      <>
        {titleOf(kind)}
        <span className={styles.retentionMore}>{t(`retention.kinds.${kind}.text`)}</span>
      </>
    ),
  },
  {
    key: 'days',
    title: t('retention.table.days'),
    cell: ({ days, usualDays }) => (
      <>
        {daysText(days)}
        {days !== usualDays && (
          <span className={styles.retentionMore}>{t('retention.usual', { days: daysText(usualDays) })}</span>
        )}
      </>
    ),
  },
  {
    key: 'due',
    title: t('retention.table.due'),
    cell: (row) => <Due row={row} />,
  },
  {
    key: 'state',
    title: t('retention.table.state'),
    cell: (row) => <State row={row} mayEdit={edit} mostDays={mostDays} />,
  },
];

/** What is older, and its list. */
function Due({ row: { kind, due } }: { row: RetentionKind }) {
  if (due.things === 0) return t('retention.noneDue');
  const more = due.things - due.rows.length;
  return (
    <div>
      {t('retention.due', { count: due.things })}
      {due.records !== due.things && (
        <span className={styles.retentionMore}>{t('retention.records', { count: due.records })}</span>
      )}
      <details className={styles.retentionPreview}>
        <summary aria-label={t('retention.seeOf', { kind: titleOf(kind) })}>{t('retention.see')}</summary>
        <ul>
          {due.rows.map(({ key, day, person, month, title }) => (
            <li key={key}>
              {person?.name ?? title ?? (month === undefined ? '' : monthText(month))}
              {month === undefined && <span className={styles.retentionMore}>{asDate(day)}</span>}
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t('retention.more', { count: more })}</p>}
      </details>
    </div>
  );
}

const monthText = (month: string): string =>
  month.length === 4 ? month : formatMonth(month, document.documentElement.lang === 'en' ? 'en' : 'da');

function State({ row, mayEdit, mostDays }: { row: RetentionKind; mayEdit: boolean; mostDays: number }) {
  const [editing, setEditing] = useState({ open: false, number: 0 });
  const { kind, isOn, changedBy, changedAt, lastRun } = row;
  return (
    <div>
      {t(isOn ? 'retention.on' : 'retention.off')}
      {lastRun && (
        <span className={styles.retentionMore}>
          {t('retention.lastRun', { date: asDate(lastRun.at), count: asNumber(lastRun.records) })}
        </span>
      )}
      {changedBy && changedAt && (
        <span className={styles.retentionMore}>
          {t('retention.changedBy', { name: changedBy.name, date: asDate(changedAt) })}
        </span>
      )}
      {mayEdit && (
        <div>
          <Button
            size="small"
            aria-label={t('retention.changeOf', { kind: titleOf(kind) })}
            onClick={() => setEditing(({ number }) => ({ open: true, number: number + 1 }))}
          >
            {t('common.word.change')}
          </Button>
          <RetentionDialog
            key={editing.number}
            row={row}
            mostDays={mostDays}
            title={titleOf(kind)}
            open={editing.open}
            onClose={() => setEditing(({ number }) => ({ open: false, number }))}
          />
        </div>
      )}
    </div>
  );
}

function Fixed({ fixed }: { fixed: RetentionView['fixed'] }) {
  return (
    <section className="card" aria-labelledby="retention-fixed">
      <h2 className="card-title" id="retention-fixed">
        {t('retention.fixed.title')}
      </h2>
      <p className="card-text">{t('retention.fixed.text')}</p>
      <dl className={factsStyles.facts}>
        {fixed.map(({ kind, days }) => (
          <div key={kind}>
            <dt>{titleOf(kind)}</dt>
            <dd>
              {days === 0 ? t('retention.fixed.never') : daysText(days)}
              <span className={styles.retentionMore}>{t(`retention.kinds.${kind}.text`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const yearDays = 365.25;

/** Whole years if it is, to a day or two; else days. */
function daysText(days: number): string {
  const years = Math.round(days / yearDays);
  return years > 0 && Math.abs(days - years * yearDays) < 2
    ? t('retention.years', { count: years })
    : t('retention.days', { count: days });
}
