import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { atMost } from '../../shared/forms/field-rules.ts';

interface Form {
  title: string;
  description: string;
}

/** A threat that no catalogue has. */
export function AddThreatDialog(props: {
  view: AssessmentView;
  open: boolean;
  onClose: () => void;
  onAdded: (threatKey: string) => void;
}) {
  const { view, onClose, onAdded } = props;
  const { control, handleSubmit, reset } = useForm<Form>({ defaultValues: { title: '', description: '' } });
  const act = useAct('POST /api/risks/assessments/:assessmentKey/threats');
  const submit = handleSubmit(async (body) => {
    const known = new Set(view.risks.map(({ threatKey }) => threatKey));
    const answer = await act.mutateAsync({ params: { assessmentKey: view.key }, body }).catch(() => undefined);
    if (!answer) return;
    reset();
    onClose();
    notify(t('riskAssessment.own.added'));
    const added = answer.risks.find(({ threatKey }) => !known.has(threatKey));
    if (added) onAdded(added.threatKey);
  });
  return (
    <FormDialog
      open={props.open}
      title={t('riskAssessment.own.title')}
      onClose={onClose}
      onSubmit={submit}
      button={t('riskAssessment.own.add')}
      busyText={t('riskAssessment.own.adding')}
      busy={act.isPending}
      error={act.error}
    >
      <FormField
        control={control}
        name="title"
        label={t('riskAssessment.own.name')}
        hint={t('riskAssessment.own.nameHint')}
        rules={{
          validate: (text) => text.trim() !== '' || t('common.form.required'),
          ...atMost(200),
        }}
      />
      <FormField control={control} name="description" label={t('riskAssessment.own.description')} rows={3} />
    </FormDialog>
  );
}

/** Takes an own threat away again, with what is written about it. */
export function RemoveThreat({ view, risk }: { view: AssessmentView; risk: AssessedRisk }) {
  const [asking, setAsking] = useState(false);
  const act = useAct('DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey');
  const close = () => setAsking(false);
  const remove = () =>
    act.mutate(
      { params: { assessmentKey: view.key, threatKey: risk.threatKey } },
      { onSuccess: () => notify(t('riskAssessment.own.removed')) },
    );
  return (
    <div>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {t('riskAssessment.own.remove')}
      </Button>
      <ActDialog
        open={asking}
        title={t('riskAssessment.own.removeAsk', { title: risk.title })}
        onClose={close}
        act={{
          text: t('riskAssessment.own.remove'),
          busyText: t('riskAssessment.own.removing'),
          busy: act.isPending,
          press: remove,
        }}
      >
        <p>{t('riskAssessment.own.removeText')}</p>
        <ActFailed error={act.error} />
      </ActDialog>
    </div>
  );
}
