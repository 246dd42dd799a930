import { useForm } from 'react-hook-form';
import type { RiskDetail } from '../../../api/risks/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { atMost } from '../../shared/forms/field-rules.ts';

const fewestLetters = 10;
interface Form {
  reason: string;
  until: string;
}

/** The same day a year from now, which is as long as one usually accepts. */
const inAYear = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;

/** Asks for the risk that is left to be accepted until a day; who decides is said first. */
export function AcceptanceDialog({ risk, onClose }: { risk: RiskDetail; onClose: () => void }) {
  const me = useMe();
  const today = me.data?.today;
  const { control, handleSubmit, setError } = useForm<Form>({
    defaultValues: { reason: '', until: today ? inAYear(today) : '' },
  });
  const act = useAct('POST /api/risks/register/:riskKey/acceptance');
  const submit = handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { riskKey: risk.key }, body });
      notify(t('riskTreatment.acceptance.sent'));
      onClose();
    } catch (thrown) {
      for (const { path, message } of thrown instanceof ApiError ? thrown.fields : [])
        if (path === 'reason' || path === 'until') setError(path, { message }, { shouldFocus: true });
    }
  });
  const level = risk.stages.current?.level.word ?? '';
  return (
    <FormDialog
      open
      title={t('riskTreatment.acceptance.ask')}
      onClose={onClose}
      onSubmit={submit}
      button={t('riskTreatment.acceptance.send')}
      busyText={t('common.word.sending')}
      busy={act.isPending}
      error={act.error instanceof ApiError && act.error.fields.length > 0 ? null : act.error}
    >
      <Consequence first={t('riskTreatment.acceptance.consequence', { level })}>
        <p>{t('riskTreatment.acceptance.staleRule')}</p>
      </Consequence>
      <ApprovalWay way={risk.way} />
      <FormField
        control={control}
        name="reason"
        label={t('riskTreatment.acceptance.why')}
        hint={t('riskTreatment.acceptance.whyHint')}
        rows={3}
        rules={{
          validate: (text) => text.trim().length >= fewestLetters || t('riskTreatment.acceptance.whyShort'),
          ...atMost(2_000),
        }}
      />
      <FormField
        control={control}
        name="until"
        type="date"
        label={t('riskTreatment.acceptance.lastDay')}
        hint={t('riskTreatment.acceptance.lastDayHint')}
        rules={{
          validate: (date) =>
            (date !== '' && (today === undefined || date > today)) || t('riskTreatment.acceptance.untilWrong'),
        }}
      />
    </FormDialog>
  );
}
