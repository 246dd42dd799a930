import { useId } from 'react';
import type { OperationsView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { asAgo, secretText, untoldText } from './operations-texts.ts';
import styles from '../shared/ui/Facts.module.css';

interface Told {
  operations: OperationsView;
}
type Fact = readonly [name: string, value: string];

function Facts({ title, text, facts }: { title: string; text?: string; facts: readonly Fact[] }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="card-title" id={id}>
        {title}
      </h2>
      {text !== undefined && <p className="card-text">{text}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Latest fetch of people from the directory, and its changes. */
export function DirectoryFacts({ operations: { directory, now } }: Told) {
  const { running, latest, syncedAt } = directory;
  const facts: Fact[] = [[t('operations.directory.synced'), asAgo(syncedAt, now)]];
  if (latest) facts.push([t('operations.directory.latest'), t('operations.directory.latestText', latestOf(latest))]);
  if (running) facts.push([t('operations.directory.running'), runningText(running)]);
  return <Facts title={t('operations.directory.title')} facts={facts} />;
}

const latestOf = ({ newcomers, changed, left }: NonNullable<OperationsView['directory']['latest']>) => ({
  newcomers,
  changed,
  left,
});
const runningText = ({ state, done, total = done }: NonNullable<OperationsView['directory']['running']>) =>
  state === 'reading'
    ? t('operations.directory.reading', { done })
    : t('operations.directory.writing', { done, total });

/** Current sending, and its pace. */
export function SendingFacts({ operations: { sending, promises, now } }: Told) {
  const { gate } = sending;
  const facts: Fact[] = [
    [t('common.word.status'), t(`operations.sending.states.${sending.state}`)],
    [
      t('operations.sending.campaigns'),
      sending.campaigns.map(({ title }) => title).join(', ') || t('common.word.none'),
    ],
    [t('operations.sending.queued'), asNumber(sending.queued)],
    [t('operations.sending.rateNow'), rateText(gate.ratePerSecond)],
    [t('operations.sending.rate'), rateText(gate.targetPerSecond)],
    [t('operations.sending.waiting'), asNumber(gate.waiting)],
    [t('operations.sending.throttled'), asNumber(gate.throttled)],
    [t('operations.sending.unwritten'), asNumber(sending.unwritten)],
  ];
  if (promises.since !== undefined)
    facts.push([t('operations.sending.promises'), promisesText(promises.waiting, asAgo(promises.since, now))]);
  if (gate.pausedSeconds > 0) facts.push([t('operations.sending.paused'), asDuration(gate.pausedSeconds)]);
  return <Facts title={t('operations.sending.title')} facts={facts} />;
}

const promisesText = (count: number, ago: string): string => t('operations.sending.promisesText', { count, ago });

const rateText = (rate: number | undefined): string =>
  rate === undefined ? t('operations.sending.noLimit') : asNumber(Math.round(rate * 10) / 10);

/** Expiry of the program's secrets; nothing on the desk, whose secrets never expire. */
export function SecretFacts({ operations: { secrets } }: Told) {
  if (secrets.length === 0) return undefined;
  return (
    <Facts
      title={t('operations.secret.title')}
      text={t('operations.secret.text')}
      facts={secrets.map((secret) => [t(`operations.secret.${secret.app}.${secret.kind}`), secretText(secret)])}
    />
  );
}

/** Number of lists with change notifications of Microsoft 365. */
export function ChangeFacts({ operations: { changes } }: Told) {
  if (changes === undefined) return undefined;
  const { told, lists, missed, problem } = changes;
  const facts: Fact[] = [[t('operations.changes.told'), t('operations.changes.toldOf', { told, lists })]];
  if (missed > 0) facts.push([t('operations.changes.missed'), asNumber(missed)]);
  if (problem !== undefined) facts.push([t('operations.changes.why'), untoldText(problem)]);
  return <Facts title={t('operations.changes.title')} text={t('operations.changes.text')} facts={facts} />;
}

/** Use of SharePoint's allowance. */
export function UnitFacts({ operations: { units } }: Told) {
  const used =
    units.unitsPerMinute === undefined
      ? asNumber(units.usedLastMinute)
      : t('operations.units.usedOf', { used: units.usedLastMinute, limit: units.unitsPerMinute });
  return (
    <Facts
      title={t('operations.units.title')}
      text={t('operations.units.text')}
      facts={[
        [t('operations.units.used'), used],
        [t('operations.units.waiting'), asNumber(units.waiting)],
        [t('operations.units.inFlight'), asNumber(units.inFlight)],
      ]}
    />
  );
}
