import { useEffect, useRef } from 'react';
import type { PolicyVersionView, ReceiptView } from '../../api/policy/contract.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useAcknowledge } from './useAcknowledge.ts';

function receiptText(receipt: ReceiptView, thanked: string | undefined): string {
  const values = { number: receipt.versionNumber, moment: asMoment(receipt.at) };
  if (receipt.outcome === 'carriedOver') return t('policy.acknowledge.carriedOver', values);
  return thanked
    ? t('policy.acknowledge.thanks', { ...values, name: thanked })
    : t('policy.acknowledge.receipt', { ...values, channel: t(`policy.channel.${receipt.channel}`) });
}

/** Stands below the text and in sight while it is read: one press gives the receipt, and the box becomes it. */
export function Acknowledge({ version, myDue }: { version: PolicyVersionView; myDue: string | undefined }) {
  const { receipt, justGiven, firstName, due, busy, error, acknowledge } = useAcknowledge(version, myDue);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justGiven) box.current?.focus();
  }, [justGiven]);
  if (receipt)
    return (
      <div className="acknowledged" ref={box} tabIndex={-1}>
        <Notice tone="success" live>
          {receiptText(receipt, justGiven ? firstName : undefined)}
        </Notice>
      </div>
    );
  return (
    <section className="acknowledge" aria-label={t('policy.acknowledge.title')}>
      <div className="acknowledge-text">
        <p className="acknowledge-due">
          {due ? t('policy.acknowledge.due', { due: asDue(due.daysLeft, due.day) }) : t('policy.acknowledge.dueAny')}
        </p>
        <p>{t('policy.acknowledge.statement')}</p>
        <ActFailed error={error} />
      </div>
      <ActButton
        appearance="primary"
        size="large"
        busy={busy}
        busyText={t('policy.acknowledge.working')}
        onClick={acknowledge}
      >
        {t('policy.acknowledge.button')}
      </ActButton>
    </section>
  );
}
