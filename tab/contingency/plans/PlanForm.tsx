import type { ReactNode } from 'react';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormField } from '../../shared/forms/FormField.tsx';
import { Restored } from '../../shared/forms/Form.tsx';
import { ForWhomFields } from './ForWhomFields.tsx';
import { FormUploads } from './FormUploads.tsx';
import { ContactItems } from './ContactItems.tsx';
import { StepItems, SupplierItems, TriggerItems, WorkaroundItems } from './ItemFields.tsx';
import { longest, type Section, type PlanValues, isFilled, sections } from './plan-values.ts';
import { PlanReady } from './PlanReady.tsx';
import { atMost, required } from '../../shared/forms/field-rules.ts';
import type { PlanFormState } from './usePlanForm.ts';
import styles from './PlanForm.module.css';
import { Button } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { notify } from '../../shared/ui/notify.ts';
import { goToSection } from './go-to-section.ts';
import type { PlanKind } from './plan-states.ts';
import { insertTemplate, isUnwritten, templatesOf, type TemplateName } from './templates.ts';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { SaveState } from './SaveState.tsx';
import plansStyles from './Plans.module.css';

/** The whole plan, section by section, with its index; saves itself. */
export function PlanForm(props: { plan: PlanView; state: PlanFormState; onSubmit: () => void }) {
  const { plan, state } = props;
  const { form } = state;
  const { control } = form;
  return (
    <div className={styles.planEdit}>
      <PlanIndex plan={plan} state={state} />
      <form className={styles.planForm} noValidate onSubmit={(event) => event.preventDefault()}>
        {state.restored && <Restored onDiscard={() => void state.takeTheirs()} />}
        <StartPlan kind={plan.kind} form={form} />
        <Part section="basics">
          <FormField
            control={control}
            name="title"
            label={t('common.word.title')}
            rules={{ ...required(), ...atMost(longest.title) }}
          />
          <FormField
            control={control}
            name="about"
            label={t('contingencyPlans.form.aboutText')}
            hint={t('contingencyPlans.form.aboutHint')}
            rows={2}
            rules={atMost(longest.prose)}
            optional
          />
        </Part>
        <Part section="triggers" hint={t('contingencyPlans.form.hint.triggers')}>
          <TriggerItems form={form} />
        </Part>
        <Part section="firstHour" hint={t('contingencyPlans.form.hint.firstHour')}>
          <StepItems form={form} name="firstHour" />
        </Part>
        <Part section="contacts" hint={t('contingencyPlans.form.hint.contacts')}>
          <ContactItems plan={plan} form={form} />
        </Part>
        <Part section="steps" hint={t('contingencyPlans.form.hint.steps')}>
          <StepItems form={form} name="steps" />
        </Part>
        <Part section="workarounds" hint={t('contingencyPlans.form.hint.workarounds')}>
          <WorkaroundItems form={form} />
        </Part>
        <Part section="forms" hint={t('contingencyPlans.form.hint.forms')}>
          <FormUploads plan={plan} state={state} />
        </Part>
        <Part section="suppliers" hint={t('contingencyPlans.form.hint.suppliers')}>
          <SupplierItems form={form} />
        </Part>
        <Part section="communication">
          <FormField
            control={control}
            name="communication"
            label={t('contingencyPlans.form.communication')}
            rows={4}
            rules={atMost(longest.prose)}
            optional
          />
        </Part>
        <Part section="returnToNormal" hint={t('contingencyPlans.form.hint.returnToNormal')}>
          <StepItems form={form} name="returnToNormal" />
          <FormField
            control={control}
            name="catchingUp"
            label={t('contingencyPlans.form.catchingUp')}
            rows={4}
            rules={atMost(longest.prose)}
            optional
          />
        </Part>
        <Part section="about">
          <ForWhomFields plan={plan} form={form} />
        </Part>
        <PlanReady plan={plan} state={state} onSubmit={props.onSubmit} />
      </form>
    </div>
  );
}

const Part = ({ section, hint, children }: { section: Section; hint?: string; children: ReactNode }) => (
  <section className={`card ${styles.planSection}`} id={`section-${section}`} aria-labelledby={`heading-${section}`}>
    <div>
      <h2 className="card-title" id={`heading-${section}`} tabIndex={-1}>
        {t(`contingencyPlans.form.section.${section}`)}
      </h2>
      {hint && <p className="quiet">{hint}</p>}
    </div>
    {children}
  </section>
);

/** A start with a template; hidden after the first input. */
function StartPlan({ kind, form }: { kind: PlanKind; form: UseFormReturn<PlanValues> }) {
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

/** The sections, which are filled, and whether all is saved. */
function PlanIndex({ plan, state }: { plan: PlanView; state: PlanFormState }) {
  const { control } = state.form;
  const values = useWatch({ control, compute: (now: PlanValues) => now });
  const forms = (plan.coming ?? plan.current)?.forms.length ?? 0;
  const filled = sections.map((section) => isFilled(section, values, forms));
  return (
    <aside className={styles.planIndex} aria-label={t('contingencyPlans.form.index')}>
      <SaveState state={state} />
      <p className={plansStyles.planStrong}>
        {t('contingencyPlans.form.progress', {
          done: filled.filter(Boolean).length,
          of: sections.length,
        })}
      </p>
      <ol className={styles.planIndexList}>
        {sections.map((section, position) => {
          const has = filled[position] === true;
          return (
            <li key={section}>
              <a
                href={`#section-${section}`}
                className={has ? styles.planIndexFilled : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  goToSection(section);
                }}
              >
                {has ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}
                <span>
                  {t(`contingencyPlans.form.section.${section}`)}
                  <span className="hidden">
                    , {has ? t('contingencyPlans.form.filled') : t('contingencyPlans.form.empty')}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
