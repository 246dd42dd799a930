import { useEffect, useRef } from 'react';
import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useAcknowledgeProcedure } from './useProcedure.ts';

function dueText(daysLeft: number | undefined, day: string | undefined): string {
  if (daysLeft === undefined) return t('procedures.acknowledge.dueAny');
  const due = asDue(daysLeft, day);
  return daysLeft < 0 ? t('procedures.acknowledge.over', { due }) : t('procedures.acknowledge.due', { due });
}

/** Stands below the text and in sight while it is read: one press gives the receipt, and the box becomes it. */
export function AcknowledgeProcedure(props: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { procedure, version } = props;
  const { receipt, justGiven, firstName, daysLeft, busy, error, acknowledge } = useAcknowledgeProcedure(
    procedure,
    version,
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justGiven) box.current?.focus();
  }, [justGiven]);
  if (receipt) {
    const moment = asMoment(receipt.at);
    const channel = t(`procedures.acknowledge.channel.${receipt.channel}`);
    return (
      <div className="acknowledged" ref={box} tabIndex={-1}>
        <Notice tone="success" live>
          {justGiven
            ? t('procedures.acknowledge.thanks', { name: firstName, moment })
            : t('procedures.acknowledge.receipt', { moment, channel })}
        </Notice>
      </div>
    );
  }
  if (!procedure.abilities.acknowledge) return null;
  return (
    <section className="acknowledge" aria-label={t('procedures.acknowledge.title')}>
      <div className="acknowledge-text">
        <p className="acknowledge-due">{dueText(daysLeft, procedure.due)}</p>
        <p>{t('procedures.acknowledge.statement')}</p>
        <ActFailed error={error} />
      </div>
      <ActButton
        appearance="primary"
        size="large"
        busy={busy}
        busyText={t('procedures.acknowledge.working')}
        onClick={acknowledge}
      >
        {t('procedures.acknowledge.button')}
      </ActButton>
    </section>
  );
}
