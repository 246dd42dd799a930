import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { SystemPicker } from './SystemPicker.tsx';
import { useBeginPlan } from './useBeginPlan.ts';
import type { PlansView } from './usePlans.ts';
import { Choice } from '../../shared/ui/Choice.tsx';

/** Kind, system, owner, and source of a new plan; nothing is sent yet. */
export function BeginPlan(props: { writes: PlansView['writes']; open: boolean; onClose: () => void }) {
  const state = useBeginPlan(props.writes, props.open);
  const { form, places } = state;
  return (
    <FormDialog
      open={props.open}
      title={t('contingencyPlans.begin.title')}
      onClose={props.onClose}
      state={state}
      button={t('contingencyPlans.coverage.acts.begin')}
      busyText={t('contingencyPlans.begin.working')}
    >
      <fieldset className="choices">
        <legend>{t('contingencyPlans.begin.kind')}</legend>
        {state.kinds.map((kind) => (
          <Choice
            key={kind}
            value={kind}
            {...form.register('kind')}
            title={t(`contingency.planKind.${kind}`)}
            text={t(`contingencyPlans.begin.${kind}`)}
          />
        ))}
      </fieldset>
      <SystemPicker system={state.system} error={state.systemError} onChoose={state.choose} />
      {state.isOfOthers ? (
        <Notice tone="warning" live>
          {t('contingencyPlans.begin.ofOthers')}
        </Notice>
      ) : (
        <FormSelect
          control={form.control}
          name="centreId"
          label={t('contingencyPlans.begin.centre')}
          none={t('contingencyPlans.begin.chooseCentre')}
          options={places.map(({ id, title }) => ({ value: id, text: title }))}
        />
      )}
      {state.others.length > 0 && (
        <FormSelect
          control={form.control}
          name="copyFrom"
          label={`${t('contingencyPlans.begin.copyFrom')} (${t('common.form.optional')})`}
          none={t('contingencyPlans.begin.copyNone')}
          options={state.others.map(({ key, title, centre }) => ({
            value: key,
            text: `${title} · ${centre?.title ?? t('contingencyPlans.whole')}`,
          }))}
          optional
        />
      )}
    </FormDialog>
  );
}
