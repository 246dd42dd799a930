import type { AttentionView, OperationsView, SetAsideView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Card, Names } from './AttentionCard.tsx';
import {
  asAgo,
  causeText,
  causeTitle,
  clockTitle,
  instancesText,
  differenceText,
  listText,
  partsOf,
  secretEndTitle,
  stopText,
} from './operations-texts.ts';
import styles from './OperationsPage.module.css';

/** Problems, each with its remedy; or that there are none. */
export function Attention({ operations }: { operations: OperationsView }) {
  const { attention } = operations;
  if (attention.length === 0)
    return (
      <Notice tone="success">
        <p>{t('operations.allWellText')}</p>
      </Notice>
    );
  return (
    <section className="section" aria-labelledby="attention">
      <h2 className="section-title" id="attention">
        {t('operations.attention')}
      </h2>
      <ul className={styles.attention}>
        {attention.map((thing) => (
          <li key={keyOf(thing)}>
            <Thing thing={thing} operations={operations} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (thing: AttentionView): string =>
  [
    thing.kind,
    'code' in thing && thing.code,
    'list' in thing && thing.list,
    'key' in thing && thing.key,
    'app' in thing && thing.app,
    'use' in thing && thing.use,
  ].join(' ');

function Thing({ thing, operations }: { thing: AttentionView; operations: OperationsView }) {
  switch (thing.kind) {
    case 'listHeld':
      return <HeldList thing={thing} />;
    case 'failing':
      return (
        <Card title={causeTitle(thing.code)} text={causeText(thing.code)} code={thing.code}>
          <p>{t('operations.affects', { parts: partsOf(thing) })}</p>
        </Card>
      );
    case 'alarm':
      return <Card title={t('operations.alarm.title')} text={t('operations.alarm.text')} code={thing.code} />;
    case 'clockWrong':
      return <Card title={clockTitle(thing)} text={t('operations.clockWrong.text')} />;
    case 'instances':
      return <Card {...instancesText(thing, operations.now)} />;
    case 'journalAway':
      return (
        <Card
          title={t('operations.journalAway.title')}
          text={t(`operations.journalAway.${thing.code}`)}
          code={`journal.${thing.code}`}
        />
      );
    case 'journalDamaged':
      return (
        <Card title={t('operations.journalDamaged.title')} text={t('operations.journalDamaged.text')}>
          <Names names={thing.files} />
        </Card>
      );
    case 'promisesWait':
      return (
        <Card
          title={t('operations.promisesWait.title', { count: thing.count })}
          text={t('operations.promisesWait.text', { ago: asAgo(thing.since, operations.now) })}
        />
      );
    case 'secretEnds':
      return (
        <Card
          title={secretEndTitle(thing)}
          text={t(thing.daysLeft < 0 ? 'operations.secretEnds.endedText' : 'operations.secretEnds.text')}
        />
      );
    case 'notRenewed':
      return (
        <Card
          title={t(`operations.notRenewed.${thing.why}`, { what: t(`operations.secret.${thing.app}.certificate`) })}
          text={t('operations.notRenewed.text')}
        />
      );
    case 'stalled':
      return (
        <Card
          title={t('operations.stalled.title')}
          text={t('operations.stalled.text', { duration: asDuration(thing.seconds) })}
        />
      );
    case 'campaignStopped':
      return <StoppedCampaign thing={thing} />;
    case 'blocksGone':
      return (
        <Card
          title={t('operations.blocksGone.title', { title: thing.title, count: thing.count })}
          text={t('operations.blocksGone.text')}
        >
          <Names names={thing.items} />
        </Card>
      );
    case 'setAside':
      return <SetAside thing={thing} items={setAsideIn(operations, thing.list)} />;
    case 'history':
      return (
        <Card
          title={t('operations.history.title', { month: thing.month })}
          text={t('operations.history.text', { list: nameOf(thing.list), path: thing.path })}
          code={thing.code}
        />
      );
    case 'groupsUnread':
      return (
        <Card title={t(`operations.groupsUnread.${thing.use}Title`)} text={t(`operations.groupsUnread.${thing.use}`)}>
          <Names names={thing.groupIds} />
        </Card>
      );
    case 'drift':
      return (
        <Card title={t('operations.drift.title', { list: nameOf(thing.list) })} text={t('operations.drift.text')}>
          <ul className={styles.attentionDetails}>
            {thing.differences.map((difference) => (
              <li key={`${difference.column} ${difference.problem}`}>{differenceText(difference)}</li>
            ))}
          </ul>
        </Card>
      );
  }
}

function HeldList({ thing }: { thing: Extract<AttentionView, { kind: 'listHeld' }> }) {
  const columns = thing.why === 'columnsGone' ? thing.columns : [];
  const isCounted = thing.why === 'emptied' || thing.why === 'fewer';
  const counts = isCounted ? { items: thing.items, expected: thing.expected, count: thing.expected - thing.items } : {};
  const values = {
    list: nameOf(thing.list),
    name: thing.list,
    columns: columns.join(', '),
    column: columns[0] ?? '',
    ...counts,
  };
  return (
    <Card
      title={t(`operations.listHeld.${thing.why}.title`, values)}
      text={t(`operations.listHeld.${thing.why}.text`, values)}
    />
  );
}

/** The page of a campaign, by its kind. */
const addressOf: Partial<Record<string, (subjectKey: string) => string>> = {
  policy: (versionKey) => `/policy/coverage?version=${versionKey}`,
  digest: (day) => `/operations/reminders?part=log&day=${day}`,
};

function StoppedCampaign({ thing }: { thing: Extract<AttentionView, { kind: 'campaignStopped' }> }) {
  const { title, about, code } = thing;
  const address = addressOf[about.kind]?.(encodeURIComponent(about.subjectKey));
  return (
    <Card title={t('operations.campaignStopped.title', { title })} text={stopText(code)} code={code}>
      {address !== undefined && (
        <p className={styles.attentionAct}>
          <ButtonLink to={address}>{t('operations.campaignStopped.open')}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

/** `Ansatte (People)`: the title, and the name in SharePoint. */
const nameOf = (list: string) => (listText(list) === list ? list : `${listText(list)} (${list})`);

const setAsideIn = ({ lists }: OperationsView, name: string) => lists.find(({ list }) => list === name)?.setAside ?? [];

function SetAside(props: { thing: Extract<AttentionView, { kind: 'setAside' }>; items: readonly SetAsideView[] }) {
  const { thing, items } = props;
  const more = thing.count - items.length;
  return (
    <Card
      title={t('operations.setAside.title', { count: thing.count, list: nameOf(thing.list) })}
      text={t('operations.setAside.text')}
    >
      <ul className={styles.attentionItems}>
        {items.map((item) => (
          <li key={item.itemId}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('operations.setAside.more', { count: more })}</p>}
    </Card>
  );
}

function Item({ item }: { item: SetAsideView }) {
  return (
    <>
      <p className={styles.attentionItem}>
        {item.webUrl === undefined ? (
          t('operations.setAside.item', { id: item.itemId })
        ) : (
          <a href={item.webUrl} target="_blank" rel="noreferrer">
            {t('operations.setAside.open', { id: item.itemId })}
          </a>
        )}
        {item.key !== undefined && <span className="quiet"> {t('operations.setAside.key', { key: item.key })}</span>}
      </p>
      <ul className={styles.attentionDetails}>
        {item.problems.map(({ column, title, wrong, hint = '' }, position) => (
          <li key={`${column} ${position}`}>
            <strong>{t('operations.setAside.field', { title })}</strong> {t(`operations.wrong.${wrong}`, { hint })}
          </li>
        ))}
      </ul>
    </>
  );
}
