import type { ProcedureView } from '../../api/procedures/contract.ts';
import { DiscardDocument, RenewDocument, RetireDocument, SubmitDocument } from '../documents/parts/DocumentDialogs.tsx';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { forWhom } from './ProcedureFacts.tsx';
import { unfilledIn } from './unfilled.ts';
import { titleOf } from './useProcedure.ts';

const usualMonths = 12;

interface Asked {
  procedure: ProcedureView;
  open: boolean;
  onClose: () => void;
}

/** Size of its audience, and which unless everybody. */
function reaches(procedure: ProcedureView): string {
  const { coming, centre, audience } = procedure;
  const count = audience.coming ?? audience.people;
  if (coming && coming.jobTitles.length > 0)
    return t('procedures.submit.reachesWhom', { count, whom: forWhom(procedure, coming) });
  return t('procedures.submit.reaches', {
    count,
    where: centre ? t('procedures.submit.inCentre', { centre: centre.title }) : '',
  });
}

export function SubmitDialog({ procedure, ...asked }: Asked) {
  const { key, coming, way } = procedure;
  const act = useAct('POST /api/procedures/:procedureKey/submit');
  const unfilled = unfilledIn(coming?.text ?? '');
  return (
    <SubmitDocument
      {...asked}
      title={coming?.title ?? titleOf(procedure)}
      say={(word, values) => t(`procedures.submit.${word}`, values)}
      reaches={reaches(procedure)}
      way={way}
      notice={
        unfilled.length > 0 && (
          <Notice tone="warning">{t('procedures.submit.unfilled', { fields: unfilled.join(', ') })}</Notice>
        )
      }
      act={act}
      submit={(onSuccess) => act.mutate({ params: { procedureKey: key } }, { onSuccess })}
    >
      <p>{coming?.mustAcknowledge ? t('procedures.submit.acknowledge') : t('procedures.submit.quiet')}</p>
    </SubmitDocument>
  );
}

const whoRenews = ({ renewalBy = 'securityCommittee' }: ProcedureView): string =>
  renewalBy === 'centreManager' ? t('procedures.renew.manager') : t(`procedures.decidedBy.${renewalBy}`);

export function RenewDialog({ procedure, ...asked }: Asked) {
  const { key, current } = procedure;
  const months = t('procedures.months', { count: current?.reviewMonths ?? usualMonths });
  return (
    <RenewDocument
      {...asked}
      title={titleOf(procedure)}
      say={(word, values) => t(`procedures.renew.${word}`, values)}
      first={t('procedures.renew.decides', { who: whoRenews(procedure), months })}
      draft={`procedure.renew.${key}`}
      send={(body, api) => api('POST /api/procedures/:procedureKey/renew', { params: { procedureKey: key }, body })}
    />
  );
}

export const RetireDialog = ({ procedure, ...asked }: Asked) => (
  <RetireDocument
    {...asked}
    title={titleOf(procedure)}
    say={(word, values) => t(`procedures.retire.${word}`, values)}
    first={t('procedures.retire.text', { count: procedure.audience.people })}
    draft={`procedure.retire.${procedure.key}`}
    send={(body, api) =>
      api('POST /api/procedures/:procedureKey/retire', { params: { procedureKey: procedure.key }, body })
    }
  />
);

export function DiscardDialog({ procedure, ...asked }: Asked) {
  const act = useAct('DELETE /api/procedures/:procedureKey/draft');
  return (
    <DiscardDocument
      {...asked}
      title={titleOf(procedure)}
      say={(word, values) => t(`procedures.discard.${word}`, values)}
      list="/procedures"
      act={act}
      discard={(done) =>
        act.mutate(
          { params: { procedureKey: procedure.key } },
          { onSuccess: (answer) => done(answer.procedure !== undefined) },
        )
      }
    />
  );
}
