import { useWatch } from 'react-hook-form';
import type { RequirementRow } from '../../api/standards/contract.ts';
import { FormChoices } from '../shared/forms/FormChoices.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { atLeast } from '../shared/forms/field-rules.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';

const [shortest, longest] = [3, 2_000];

/** Includes or excludes requirements, one or many, with the reason. */
export function DecideDialog(props: {
  standardKey: string;
  requirements: readonly RequirementRow[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { requirements } = props;
  const [only] = requirements;
  const withControls = requirements.filter(({ controls }) => controls.length > 0).length;
  const state = useForm({
    start: {
      applies: (only?.applies ?? true) ? 'yes' : 'no',
      reason: requirements.length === 1 ? (only?.reason ?? '') : '',
    },
    send: ({ applies, reason }, api) =>
      api('PUT /api/standards/:standardKey/applicability', {
        params: { standardKey: props.standardKey },
        body: {
          requirementKeys: requirements.map(({ key }) => key),
          applies: applies === 'yes',
          reason: reason.trim(),
        },
      }),
    saved: ({ changed }) =>
      changed > 0 ? t('standards.decide.saved', { count: changed }) : t('standards.decide.same'),
    close: () => {
      props.onDone();
      props.onClose();
    },
  });
  const { control } = state;
  const applies = useWatch({ control, name: 'applies' });
  return (
    <FormDialog
      open={props.open}
      title={t('standards.decide.title', { count: requirements.length, ref: only?.ref ?? '' })}
      onClose={props.onClose}
      state={state}
      button={t('standards.decide.save')}
      busyText={t('common.word.saving')}
    >
      <FormChoices
        control={control}
        name="applies"
        label={t('standards.decide.question')}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          title: t(`standards.decide.${value}`),
          text: t(`standards.decide.${value}Text`),
        }))}
      />
      {applies === 'no' && withControls > 0 && <p>{t('standards.decide.withControls', { count: withControls })}</p>}
      <FormField
        control={control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('standards.decide.reasonHint')}
        rows={3}
        rules={atLeast(shortest, longest, t('standards.decide.reasonShort'))}
      />
    </FormDialog>
  );
}
