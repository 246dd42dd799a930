import type { PolicyVersionView, ReceiptView } from '../../api/policy/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { dayOf } from '../../api/texts/format.ts';
import { t, asDate, asDue, asMoment } from '../shared/texts/texts.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import styles from '../shared/ui/WrittenVersion.module.css';
import { AcknowledgeBox } from '../shared/ui/AcknowledgeBox.tsx';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

/** The main news, worded as on the card. */
export function WhatsNew({ summary }: { summary: string }) {
  if (!summary) return null;
  return (
    <section className={styles.whatsNew} aria-labelledby="whats-new">
      <h2 id="whats-new" className="card-title">
        {t('policy.whatIsNew')}
      </h2>
      <p className={styles.whatsNewText}>{summary}</p>
    </section>
  );
}

/** News first, then the text, with the acknowledgement always in reach. */
export function ReadVersion(props: {
  version: PolicyVersionView;
  acknowledge: boolean;
  /** The reader's deadline, if not the version's. */
  due?: string | undefined;
}) {
  const { version } = props;
  const paragraph = useParagraph();
  return (
    <article className={styles.version}>
      <WhatsNew summary={version.summary} />
      <div className={`card ${styles.versionText}`}>
        <WrittenText text={version.body} paragraph={paragraph} />
      </div>
      {props.acknowledge && <Acknowledge version={version} myDue={props.due} />}
    </article>
  );
}

/** Of a signature on paper only the day is known: the time of day is that of its record. */
const momentOf = ({ channel, at }: ReceiptView): string => (channel === 'signature' ? asDate(dayOf(at)) : asMoment(at));

function receiptText(receipt: ReceiptView, thanked: string | undefined): string {
  const values = { number: receipt.versionNumber, moment: momentOf(receipt) };
  if (receipt.outcome === 'carriedOver') return t('policy.acknowledge.carriedOver', values);
  return thanked
    ? t('policy.acknowledge.thanks', { ...values, name: thanked })
    : t('policy.acknowledge.receipt', { ...values, channel: t(`policy.channel.${receipt.channel}`) });
}

function dueText(due: { day: string; daysLeft: number } | undefined): string {
  if (!due) return t('policy.acknowledge.dueAny');
  const key = due.daysLeft < 0 ? 'policy.acknowledge.dueOver' : 'policy.acknowledge.due';
  return t(key, { due: asDue(due.daysLeft, due.day) });
}

/** The policy's question, and its receipt. */
function Acknowledge({ version, myDue }: { version: PolicyVersionView; myDue: string | undefined }) {
  const { receipt, justGiven, firstName, due, busy, error, acknowledge } = useAcknowledge(version, myDue);
  return (
    <AcknowledgeBox
      receipt={receipt && receiptText(receipt, justGiven ? firstName : undefined)}
      justGiven={justGiven}
      title={t('policy.acknowledge.title')}
      due={dueText(due)}
      statement={t('policy.acknowledge.statement')}
      button={t('policy.acknowledge.button')}
      busy={busy}
      busyText={t('policy.acknowledge.working')}
      error={error}
      onAcknowledge={acknowledge}
    />
  );
}

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The reader's receipt for a version, and its act. */
function useAcknowledge(version: PolicyVersionView, myDue: string | undefined) {
  const me = useMe();
  const act = useAct('POST /api/policy/versions/:versionKey/acknowledge');
  const due = myDue ?? version.acknowledgeBy;
  return {
    receipt: version.receipt ?? act.data?.receipt,
    /** The receipt was given in this view. */
    justGiven: act.data !== undefined,
    firstName: me.data?.person.name.split(' ')[0] ?? '',
    due: due && me.data ? { day: due, daysLeft: day(due) - day(me.data.today) } : undefined,
    busy: act.isPending,
    error: act.error,
    acknowledge: () => act.mutate({ params: { versionKey: version.key } }),
  };
}
