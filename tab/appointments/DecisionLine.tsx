import { Link } from 'wouter';
import type { DecisionRef } from '../../api/appointments/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';

/** The decision of an appointment, with a link. */
export function DecisionLine({ decision }: { decision: DecisionRef }) {
  const date = asDate(decision.on);
  if (decision.by === 'vote')
    return (
      <p className="quiet">
        <Link href={decision.path}>{t('appointments.decision.vote', { date })}</Link>
      </p>
    );
  const { reference, minutesUrl, recordedBy, path } = decision;
  return (
    <p className="quiet">
      <Link href={path}>{t('appointments.decision.meeting', { date, reference })}</Link>
      {' · '}
      {t('appointments.decision.recordedBy', { name: recordedBy.name })}
      {minutesUrl !== undefined && (
        <>
          {' · '}
          <a href={minutesUrl} target="_blank" rel="noreferrer">
            {t('appointments.decision.minutes')}
          </a>
        </>
      )}
    </p>
  );
}
