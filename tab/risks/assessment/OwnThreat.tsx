import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notifyAfter } from '../../shared/ui/notify.ts';
import { atMost } from '../../shared/forms/field-rules.ts';

/** A threat of no catalogue. */
export function AddThreatDialog(props: {
  view: AssessmentView;
  open: boolean;
  onClose: () => void;
  onAdded: (threatKey: string) => void;
}) {
  const { view, onClose, onAdded } = props;
  const state = useForm({
    start: { title: '', description: '' },
    send: (body, api) =>
      api('POST /api/risks/assessments/:assessmentKey/threats', { params: { assessmentKey: view.key }, body }),
    saved: t('riskAssessment.own.added'),
    close: ({ risks }) => {
      onClose();
      const known = new Set(view.risks.map(({ threatKey }) => threatKey));
      const added = risks.find(({ threatKey }) => !known.has(threatKey));
      if (added) onAdded(added.threatKey);
    },
  });
  const { control } = state;
  return (
    <FormDialog
      open={props.open}
      title={t('riskAssessment.own.add')}
      onClose={onClose}
      state={state}
      button={t('riskAssessment.own.add')}
      busyText={t('riskAssessment.own.adding')}
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

/** Removes an own threat, with its content. */
export function RemoveThreat({ view, risk }: { view: AssessmentView; risk: AssessedRisk }) {
  const [asking, setAsking] = useState(false);
  const act = useAct('DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey');
  const close = () => setAsking(false);
  const remove = () =>
    notifyAfter(
      act.mutateAsync({ params: { assessmentKey: view.key, threatKey: risk.threatKey } }),
      t('riskAssessment.own.removed'),
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
