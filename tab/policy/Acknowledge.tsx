import type { PolicyVersionView, ReceiptView } from '../../api/policy/contract.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { AcknowledgeBox } from '../shared/ui/AcknowledgeBox.tsx';
import { useAcknowledge } from './useAcknowledge.ts';

function receiptText(receipt: ReceiptView, thanked: string | undefined): string {
  const values = { number: receipt.versionNumber, moment: asMoment(receipt.at) };
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
export function Acknowledge({ version, myDue }: { version: PolicyVersionView; myDue: string | undefined }) {
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
