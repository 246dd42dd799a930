import type { RiskDetail } from '../../../api/risks/contract.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';

const fewestLetters = 10;

/** The same day in a year, the usual length of an acceptance. */
const inAYear = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;

/** Requests acceptance of the remaining risk until a day; states who decides first. */
export function AcceptanceDialog({ risk, onClose }: { risk: RiskDetail; onClose: () => void }) {
  const me = useMe();
  const today = me.data?.today;
  const state = useForm({
    start: { reason: '', until: today ? inAYear(today) : '' },
    send: (body, api) => api('POST /api/risks/register/:riskKey/acceptance', { params: { riskKey: risk.key }, body }),
    saved: t('riskTreatment.acceptance.sent'),
    close: onClose,
  });
  const { control } = state;
  const level = risk.stages.current?.level.word ?? '';
  return (
    <FormDialog
      title={t('riskTreatment.acceptance.ask')}
      onClose={onClose}
      state={state}
      button={t('riskTreatment.acceptance.send')}
      busyText={t('common.word.sending')}
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
