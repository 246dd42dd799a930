import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { namedIn } from './named.ts';
import { titleOf } from './usePlan.ts';
import { useDiscardPlan, useRenewPlan, useRetirePlan, useSubmitPlan } from './usePlanActs.ts';
import formDialogStyles from '../../shared/forms/FormDialog.module.css';
import styles from './Plans.module.css';

const usualMonths = 12;

interface Asked {
  plan: PlanView;
  open: boolean;
  onClose: () => void;
}

/** For whom it will be, and how many are asked to know their part. */
function reaches({ coming, ...plan }: PlanView): string {
  const centres = coming?.centres ?? plan.centres;
  const named = t('common.people', { count: coming ? namedIn(coming.content).length : 0 });
  return centres.length === 0
    ? t('contingencyPlans.submit.reachesAll', { named })
    : t('contingencyPlans.submit.reaches', { count: centres.length, named });
}

/** Before it is sent: for whom it will be, who decides in which order, and that it cannot be changed meanwhile. */
export function SubmitPlan({ plan, open, onClose, onDone = onClose }: Asked & { onDone?: () => void }) {
  const { busy, error, submit } = useSubmitPlan(plan, onDone);
  const { coming, way } = plan;
  return (
    <ActDialog
      open={open}
      title={t('contingencyPlans.submit.title', { title: coming?.title ?? titleOf(plan) })}
      onClose={onClose}
      act={{
        text: t('contingencyPlans.submit.button'),
        busyText: t('contingencyPlans.submit.working'),
        busy,
        press: submit,
      }}
    >
      {/* Takes the focus, so that it can be scrolled by keyboard on a low screen. */}
      <div
        className={formDialogStyles.dialogForm}
        role="group"
        aria-label={t('contingencyPlans.submit.who')}
        tabIndex={0}
      >
        <Consequence first={reaches(plan)}>
          <p>{t('contingencyPlans.submit.locked')}</p>
        </Consequence>
        {way && way.length > 0 && (
          <div className={styles.planWay}>
            <h3 className="card-title">{t('contingencyPlans.submit.who')}</h3>
            <ApprovalWay way={way} />
          </div>
        )}
        <ActFailed error={error} />
      </div>
    </ActDialog>
  );
}

export function RenewPlan({ plan, open, onClose }: Asked) {
  const { form, save, busy, error } = useRenewPlan(plan, onClose);
  const months = t('contingencyPlans.months', { count: plan.current?.reviewMonths ?? usualMonths });
  return (
    <FormDialog
      open={open}
      title={t('contingencyPlans.renew.title', { title: titleOf(plan) })}
      onClose={onClose}
      onSubmit={save}
      button={t('contingencyPlans.renew.confirm')}
      busyText={t('contingencyPlans.renew.working')}
      busy={busy}
      error={error}
    >
      <Consequence first={t('contingencyPlans.renew.first', { months })}>
        <p>{t('contingencyPlans.renew.text')}</p>
      </Consequence>
      <FormField
        control={form.control}
        name="note"
        label={`${t('contingencyPlans.renew.note')} (${t('common.form.optional')})`}
        hint={t('contingencyPlans.renew.noteHint')}
        rows={2}
      />
    </FormDialog>
  );
}

export function RetirePlan({ plan, open, onClose }: Asked) {
  const { form, save, busy, error } = useRetirePlan(plan, onClose);
  return (
    <FormDialog
      open={open}
      title={t('contingencyPlans.retire.title', { title: titleOf(plan) })}
      onClose={onClose}
      onSubmit={save}
      button={t('contingencyPlans.retire.button')}
      busyText={t('contingencyPlans.retire.working')}
      busy={busy}
      error={error}
    >
      <Consequence first={t('contingencyPlans.retire.text')} />
      <FormField
        control={form.control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('contingencyPlans.retire.reasonHint')}
        rows={2}
        rules={{ validate: (text) => text.trim() !== '' || t('common.form.required') }}
      />
    </FormDialog>
  );
}

export function DiscardPlan({ plan, open, onClose }: Asked) {
  const { busy, error, discard } = useDiscardPlan(plan, onClose);
  return (
    <ActDialog
      open={open}
      title={t('contingencyPlans.discard.title')}
      onClose={onClose}
      act={{
        text: t('contingencyPlans.discard.button'),
        busyText: t('contingencyPlans.discard.working'),
        busy,
        press: discard,
      }}
    >
      <p>{t('contingencyPlans.discard.text')}</p>
      <ActFailed error={error} />
    </ActDialog>
  );
}
