import type { ProcedureView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { forWhom } from './ProcedureFacts.tsx';
import {
  titleOf,
  useDiscardDraft,
  useRenewProcedure,
  useRetireProcedure,
  useSubmitProcedure,
} from './useProcedureActs.ts';
import formDialogStyles from '../shared/forms/FormDialog.module.css';
import styles from './Procedures.module.css';

const usualMonths = 12;

interface Asked {
  procedure: ProcedureView;
  open: boolean;
  onClose: () => void;
}

/** For how many it will be, and which when it is not for everybody. */
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

/** Before it is sent: for how many it will be, who decides in which order, and that it cannot be changed meanwhile. */
export function SubmitDialog({ procedure, open, onClose }: Asked) {
  const { busy, error, submit } = useSubmitProcedure(procedure, onClose);
  const { coming, way } = procedure;
  return (
    <ActDialog
      open={open}
      title={t('procedures.submit.title', { title: coming?.title ?? '' })}
      onClose={onClose}
      act={{ text: t('procedures.submit.button'), busyText: t('procedures.submit.working'), busy, press: submit }}
    >
      {/* Takes the focus, so that it can be scrolled by keyboard on a low screen. */}
      <div className={formDialogStyles.dialogForm} role="group" aria-label={t('procedures.submit.who')} tabIndex={0}>
        <Consequence first={reaches(procedure)}>
          <p>{coming?.mustAcknowledge ? t('procedures.submit.acknowledge') : t('procedures.submit.quiet')}</p>
          <p>{t('procedures.submit.locked')}</p>
        </Consequence>
        {way && way.length > 0 && (
          <div className={styles.procedureWay}>
            <h3 className="card-title">{t('procedures.submit.who')}</h3>
            <ApprovalWay way={way} />
          </div>
        )}
        <ActFailed error={error} />
      </div>
    </ActDialog>
  );
}

const whoRenews = ({ renewalBy = 'securityCommittee' }: ProcedureView): string =>
  renewalBy === 'centreManager' ? t('procedures.renew.manager') : t(`procedures.decidedBy.${renewalBy}`);

export function RenewDialog({ procedure, open, onClose }: Asked) {
  const { form, save, busy, error } = useRenewProcedure(procedure, onClose);
  const months = t('procedures.months', { count: procedure.current?.reviewMonths ?? usualMonths });
  const who = whoRenews(procedure);
  return (
    <FormDialog
      open={open}
      title={t('procedures.renew.title', { title: titleOf(procedure) })}
      onClose={onClose}
      onSubmit={save}
      button={t('procedures.renew.confirm')}
      busyText={t('procedures.renew.working')}
      busy={busy}
      error={error}
    >
      <Consequence first={t('procedures.renew.decides', { who, months })}>
        <p>{t('procedures.renew.text')}</p>
      </Consequence>
      <FormField
        control={form.control}
        name="note"
        label={`${t('procedures.renew.note')} (${t('common.form.optional')})`}
        hint={t('procedures.renew.noteHint')}
        rows={2}
      />
    </FormDialog>
  );
}

export function RetireDialog({ procedure, open, onClose }: Asked) {
  const { form, save, busy, error } = useRetireProcedure(procedure, onClose);
  return (
    <FormDialog
      open={open}
      title={t('procedures.retire.title', { title: titleOf(procedure) })}
      onClose={onClose}
      onSubmit={save}
      button={t('procedures.retire.button')}
      busyText={t('procedures.retire.working')}
      busy={busy}
      error={error}
    >
      <Consequence first={t('procedures.retire.text', { count: procedure.audience.people })} />
      <FormField
        control={form.control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('procedures.retire.reasonHint')}
        rows={2}
        rules={{ validate: (text) => text.trim() !== '' || t('common.form.required') }}
      />
    </FormDialog>
  );
}

export function DiscardDialog({ procedure, open, onClose }: Asked) {
  const { busy, error, discard } = useDiscardDraft(procedure, onClose);
  return (
    <ActDialog
      open={open}
      title={t('procedures.discard.title')}
      onClose={onClose}
      act={{ text: t('procedures.discard.button'), busyText: t('procedures.discard.working'), busy, press: discard }}
    >
      <p>{t('procedures.discard.text')}</p>
      <ActFailed error={error} />
    </ActDialog>
  );
}
