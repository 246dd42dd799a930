import { Button } from '@fluentui/react-components';
import { asTime, t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { PlanFormState } from './usePlanForm.ts';

/** Whether the input is saved, in words; otherwise the remedy. */
export const SaveState = ({ state }: { state: PlanFormState }) => (
  <>
    <Saving state={state} />
    {state.aside && (
      <Notice
        tone="info"
        live
        actions={
          <>
            <Button onClick={state.aside.use}>{t('contingencyPlans.form.useAside')}</Button>
            <Button onClick={state.aside.discard}>{t('contingencyPlans.form.discardAside')}</Button>
          </>
        }
      >
        {t('contingencyPlans.form.aside')}
      </Notice>
    )}
  </>
);

function Saving({ state }: { state: PlanFormState }) {
  const { saving } = state;
  switch (saving.state) {
    case 'rest':
      return null;
    case 'waiting':
      return <p className="quiet">{t('contingencyPlans.form.unsaved')}</p>;
    case 'saving':
      return <p className="quiet">{t('common.word.saving')}</p>;
    case 'saved':
      return <p className="quiet">{t('contingencyPlans.form.saved', { time: asTime(saving.at) })}</p>;
    case 'wrong':
      return (
        <Notice tone="error" live>
          {t('contingencyPlans.form.fixFirst')}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="warning" live>
          {t('contingencyPlans.form.keptHere')}
        </Notice>
      );
    case 'conflict':
      return (
        <Notice
          tone="warning"
          live
          title={t('contingencyPlans.form.conflict')}
          actions={
            <>
              <Button onClick={() => void state.takeTheirs().catch(() => undefined)}>
                {t('contingencyPlans.form.takeTheirs')}
              </Button>
              <Button onClick={() => void state.keepMine().catch(() => undefined)}>
                {t('contingencyPlans.form.keepMine')}
              </Button>
            </>
          }
        >
          {t('contingencyPlans.form.conflictText')}
        </Notice>
      );
  }
}
