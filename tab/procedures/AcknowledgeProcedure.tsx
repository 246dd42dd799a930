import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { asDue, asMoment, t } from '../shared/texts/texts.ts';
import { AcknowledgeBox } from '../shared/ui/AcknowledgeBox.tsx';
import { useAcknowledgeProcedure } from './useProcedure.ts';

function dueText(daysLeft: number | undefined, day: string | undefined): string {
  if (daysLeft === undefined) return t('procedures.acknowledge.dueAny');
  const due = asDue(daysLeft, day);
  return daysLeft < 0 ? t('procedures.acknowledge.over', { due }) : t('procedures.acknowledge.due', { due });
}

function receiptText(receipt: NonNullable<ProcedureView['receipt']>, thanked: string | undefined): string {
  const moment = asMoment(receipt.at);
  return thanked === undefined
    ? t('procedures.acknowledge.receipt', { moment, channel: t(`procedures.acknowledge.channel.${receipt.channel}`) })
    : t('procedures.acknowledge.thanks', { name: thanked, moment });
}

/** A procedure's question, and its receipt; nothing when no receipt is required. */
export function AcknowledgeProcedure(props: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { procedure, version } = props;
  const { receipt, justGiven, firstName, daysLeft, busy, error, acknowledge } = useAcknowledgeProcedure(
    procedure,
    version,
  );
  if (!receipt && !procedure.abilities.acknowledge) return null;
  return (
    <AcknowledgeBox
      receipt={receipt && receiptText(receipt, justGiven ? firstName : undefined)}
      justGiven={justGiven}
      title={t('procedures.acknowledge.title')}
      due={dueText(daysLeft, procedure.due)}
      statement={t('procedures.acknowledge.statement')}
      button={t('procedures.acknowledge.button')}
      busy={busy}
      busyText={t('procedures.acknowledge.working')}
      error={error}
      onAcknowledge={acknowledge}
    />
  );
}
