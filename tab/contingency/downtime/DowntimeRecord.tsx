import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DowntimeView, HitServiceView } from '../../../api/contingency/contract.ts';
import { Collect } from '../../governance/parts/Collect.tsx';
import { asDate, asMoment, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf } from '../../shared/ui/Viewed.tsx';
import { planPath, servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { UnsentText } from '../shared/UnsentText.tsx';
import { KeptTag } from './KeptTag.tsx';
import { logDraft } from './log-draft.ts';
import { TimeLine } from './TimeLine.tsx';
import { lengthBetween } from './words.ts';
import styles from './Downtime.module.css';

/** A past downtime: duration, limits, cause, and lessons. */
export function DowntimeRecord({ downtime, onCorrect }: { downtime: DowntimeView; onCorrect?: () => void }) {
  const { assetKey, centres, freshness, state, abilities } = downtime;
  return (
    <Page
      title={titleOf(downtime)}
      above={t('downtime.title')}
      lead={<p>{answerOf(downtime)}</p>}
      back={{ to: '/contingency/downtime', page: t('downtime.title') }}
      actions={
        state !== 'cancelled' && (
          <>
            {onCorrect && state === 'closed' && abilities.keep && (
              <Button onClick={onCorrect}>{t('downtime.live.correct')}</Button>
            )}
            <Collect
              what={{ path: `/contingency/downtime/${encodeURIComponent(downtime.key)}`, title: titleOf(downtime) }}
              title={downtime.title}
            />
          </>
        )
      }
    >
      <div className={styles.downtimeParts}>
        <UnsentText draft={logDraft(downtime.key)} />
        <What downtime={downtime} />
        <Services downtime={downtime} />
        <Improvements downtime={downtime} />
        <section className="card" aria-labelledby="downtime-timeline">
          <h2 className="section-title" id="downtime-timeline">
            {t('downtime.record.timeline')}
          </h2>
          <TimeLine downtime={downtime} />
        </section>
        {(state === 'closed' || centres.length > 0) && (
          <section className="card" aria-labelledby="downtime-centres">
            <h2 className="section-title" id="downtime-centres">
              {t('downtime.record.centres')}
            </h2>
            <p>{centres.map(({ title }) => title).join(', ') || t('downtime.record.noCentres')}</p>
          </section>
        )}
        <Link href={`/contingency/downtime?${new URLSearchParams({ assetKey })}`}>{t('downtime.record.other')}</Link>
        <AsOf freshness={freshness} />
      </div>
    </Page>
  );
}

const titleOf = ({ title, state, startedAt, endedAt = startedAt }: DowntimeView): string =>
  state === 'cancelled'
    ? t('downtime.record.alarmTitle', { title })
    : t('downtime.record.title', { title, length: lengthBetween(startedAt, endedAt) });

function answerOf({ state, startedAt, endedAt = startedAt, limit, kept, cancelledReason }: DowntimeView): string {
  if (state === 'cancelled') return cancelledReason ?? '';
  const from = t('downtime.record.from', { from: asMoment(startedAt), to: asMoment(endedAt) });
  if (!limit) return `${from} ${t('downtime.live.answerNone')}`;
  return `${from} ${t(kept ? 'downtime.record.kept' : 'downtime.record.broken', { hours: asHours(limit.hours) })}`;
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className={styles.downtimeText}>{children}</dd>
  </div>
);

function What({ downtime: { record, note, dataLoss, correction } }: { downtime: DowntimeView }) {
  if (!record && !note) return null;
  return (
    <section className="card" aria-labelledby="downtime-what">
      <h2 className="section-title" id="downtime-what">
        {t('downtime.record.what')}
      </h2>
      <dl className={styles.downtimeFacts}>
        {record && <Fact name={t('downtime.workbook.cause')}>{record.cause}</Fact>}
        {dataLoss !== undefined && <Fact name={t('downtime.record.dataLoss')}>{asHours(dataLoss)}</Fact>}
        {note && <Fact name={t('downtime.record.note')}>{note}</Fact>}
        {record?.lessons && <Fact name={t('downtime.workbook.lessons')}>{record.lessons}</Fact>}
        {record && record.tested.length > 0 && (
          <Fact name={t('downtime.record.tested')}>
            {record.tested.map(({ key, title }) => (
              <Link key={key} className={styles.downtimeTested} href={planPath(key)}>
                {title}
              </Link>
            ))}
          </Fact>
        )}
      </dl>
      {record?.closedBy && record.closedAt && (
        <p className="quiet">
          {t('downtime.record.closedBy', { name: record.closedBy.name, moment: asMoment(record.closedAt) })}
        </p>
      )}
      {correction && (
        <p className={`quiet ${styles.downtimeText}`}>
          {t('downtime.correct.done', {
            name: correction.by.name,
            moment: asMoment(correction.at),
            reason: correction.reason,
          })}
        </p>
      )}
    </section>
  );
}

const serviceColumns = (): Column<HitServiceView>[] => [
  {
    key: 'title',
    title: t('downtime.record.service'),
    cell: ({ key, title }) => <Link href={servicePath(key)}>{title}</Link>,
  },
  { key: 'centre', title: t('common.word.centre'), cell: ({ centre }) => centre ?? '' },
  {
    key: 'limit',
    title: t('downtime.record.limit'),
    short: true,
    cell: ({ limit }) => (limit ? asHours(limit.hours) : t('downtime.live.noLimit')),
  },
  { key: 'kept', title: t('downtime.workbook.kept'), cell: ({ kept }) => <KeptTag kept={kept} /> },
];

function Services({ downtime: { services, state } }: { downtime: DowntimeView }) {
  if (services.length === 0 || state !== 'closed') return null;
  return (
    <section className="section" aria-labelledby="downtime-services">
      <h2 className="section-title" id="downtime-services">
        {t('downtime.record.services')}
      </h2>
      <DataTable
        caption={t('downtime.record.services')}
        columns={serviceColumns()}
        rows={services}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

function Improvements({ downtime: { improvements } }: { downtime: DowntimeView }) {
  if (improvements.length === 0) return null;
  return (
    <section className="card" aria-labelledby="downtime-improvements">
      <h2 className="section-title" id="downtime-improvements">
        {t('downtime.record.improvements')}
      </h2>
      <ul className={styles.downtimePlain}>
        {improvements.map(({ key, title, owner, due, done }) => (
          <li key={key}>
            <p>{title}</p>
            <p className="quiet">
              {done
                ? t('downtime.record.improvementDone', { name: owner.name })
                : t('downtime.record.improvementDue', { name: owner.name, date: asDate(due) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
