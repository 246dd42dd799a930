import { Button } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { goToSection } from './go-to-section.ts';
import type { PlanKind } from './plan-states.ts';
import type { PlanValues } from './plan-values.ts';
import { insertTemplate, isUnwritten, templatesOf, type TemplateName } from './templates.ts';
import styles from './PlanForm.module.css';

/** A start with a template; hidden after the first input. */
export function StartPlan({ kind, form }: { kind: PlanKind; form: UseFormReturn<PlanValues> }) {
  const [triggers, firstHour, steps, workarounds] = useWatch({
    control: form.control,
    name: ['triggers', 'firstHour', 'steps', 'workarounds'],
  });
  if (!isUnwritten({ triggers, firstHour, steps, workarounds })) return null;
  const insert = (name: TemplateName) => {
    insertTemplate(form, name);
    notify(t('contingencyPlans.form.inserted'));
    goToSection('triggers');
  };
  return (
    <section className={`card ${styles.planStart}`} aria-labelledby="start">
      <h2 className="card-title" id="start">
        <LightbulbRegular aria-hidden /> {t('contingencyPlans.form.start')}
      </h2>
      <p>{t('contingencyPlans.form.startText')}</p>
      <div className="card-foot">
        {templatesOf[kind].map((name) => (
          <Button key={name} onClick={() => insert(name)}>
            {t('contingencyPlans.form.insert', { name: t(`contingencyPlans.template.${name}.name`) })}
          </Button>
        ))}
      </div>
    </section>
  );
}
