import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { goToField } from './go-to-section.ts';
import { lackText, sectionOf } from './lacks.ts';
import type { PlanFormState } from './usePlanForm.ts';
import styles from './PlanForm.module.css';

/** What is missing before submission, each with a link to its field; and the button. */
export function PlanReady(props: { plan: PlanView; state: PlanFormState; onSubmit: () => void }) {
  const { plan, state } = props;
  const { lacks } = plan;
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const saved = await state.flush();
    setBusy(false);
    if (!saved) return void state.form.trigger(undefined, { shouldFocus: true });
    const [first] = state.known().lacks;
    if (first === undefined) props.onSubmit();
    else goToField(sectionOf(first));
  };
  return (
    <section className={`card ${styles.planReady}`} aria-labelledby="ready">
      <h2 className={`card-title ${styles.planReadyTitle}`} id="ready">
        {lacks.length === 0 ? <CheckmarkCircleFilled aria-hidden /> : <WarningRegular aria-hidden />}
        {lacks.length === 0
          ? t('contingencyPlans.form.ready')
          : t('contingencyPlans.form.lacks', { count: lacks.length })}
      </h2>
      {lacks.length === 0 ? (
        <p>{t('contingencyPlans.form.readyText')}</p>
      ) : (
        <ul className={styles.planLacks}>
          {lacks.map((code) => (
            <li key={code}>
              <span>{lackText(code)}</span>
              <Button
                size="small"
                aria-label={`${lackText(code)} ${goTo(code)}`}
                onClick={() => goToField(sectionOf(code))}
              >
                {goTo(code)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="card-foot">
        <ActButton
          appearance="primary"
          size="large"
          busy={busy}
          busyText={t('common.word.saving')}
          onClick={() => void submit()}
        >
          {t('contingencyPlans.submit.button')}
        </ActButton>
        <ButtonLink to={`${planPath(plan.key)}?version=coming`} size="large">
          {t('contingencyPlans.form.preview')}
        </ButtonLink>
      </div>
    </section>
  );
}

const goTo = (code: string): string =>
  t('contingencyPlans.form.goTo', { section: t(`contingencyPlans.form.section.${sectionOf(code)}`) });
