import type { ReactNode } from 'react';
import type { PlanVersionView, PlanView, ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { CallList, SupplierList } from './CallList.tsx';
import styles from './ReadPlan.module.css';
import plansStyles from './Plans.module.css';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FileLine } from '../../shared/ui/FileLine.tsx';
import { InDanishLine } from '../../shared/ui/WrittenText.tsx';
import { wordsOf } from '../shared/plan-words.ts';
import { useFormFile } from './usePlan.ts';

interface Read {
  plan: PlanView;
  version: PlanVersionView;
}

/**
 * The plan for use: first steps and contacts first, the rest in order of time. `children`: the reader's tasks on the
 * plan itself, which must not precede them.
 */
export function ReadPlan({ plan, version, children }: Read & { children?: ReactNode }) {
  const { content } = version;
  return (
    <article className={styles.planRead}>
      <InDanishLine text={wordsOf(content)} />
      {content.triggers.length > 0 && (
        <section aria-labelledby="triggers">
          <h2 className={styles.planWhenTitle} id="triggers">
            {t('contingencyPlans.document.heading.triggers')}
          </h2>
          <ul className={plansStyles.planLines}>
            {content.triggers.map((trigger, position) => (
              <li key={position}>{trigger}</li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.planFirst}>
        <section className={`card ${styles.planHour}`} aria-labelledby="first-hour">
          <h2 className={styles.planLoud} id="first-hour">
            {t('contingencyPlans.document.heading.firstHour')}
          </h2>
          {content.firstHour.length > 0 ? (
            <StepList steps={content.firstHour} loud />
          ) : (
            <p>{t('contingencyPlans.read.emptyFirstHour')}</p>
          )}
        </section>
        <section className={`card ${styles.planCall}`} aria-labelledby="contacts">
          <h2 className={styles.planLoud} id="contacts">
            {t('contingencyPlans.document.heading.contacts')}
          </h2>
          {content.contacts.length > 0 ? (
            <CallList contacts={content.contacts} />
          ) : (
            <p>{t('contingencyPlans.read.emptyContacts')}</p>
          )}
        </section>
      </div>
      {children}
      {content.steps.length > 0 && (
        <Part id="steps" title={t('contingencyPlans.document.heading.steps')}>
          <StepList steps={content.steps} />
        </Part>
      )}
      {content.workarounds.length > 0 && (
        <Part id="workarounds" title={t('contingencyPlans.document.heading.workarounds')}>
          {content.workarounds.map(({ key, title, text, form }) => (
            <div key={key} className={styles.planWayRound}>
              <h3 className="card-title">{title}</h3>
              {text && <p className={styles.planProse}>{text}</p>}
              {form && <p className="quiet">{t('contingencyPlans.document.form', { form })}</p>}
            </div>
          ))}
        </Part>
      )}
      {version.forms.length > 0 && (
        <Part id="forms" title={t('contingencyPlans.read.forms')}>
          <PlanForms planKey={plan.key} version={version} />
        </Part>
      )}
      {content.suppliers.length > 0 && (
        <Part id="suppliers" title={t('contingencyPlans.document.heading.suppliers')}>
          <SupplierList suppliers={content.suppliers} />
        </Part>
      )}
      <Prose
        id="communication"
        title={t('contingencyPlans.document.heading.communication')}
        text={content.communication}
      />
      {content.returnToNormal.length > 0 && (
        <Part id="return" title={t('contingencyPlans.document.heading.returnToNormal')}>
          <StepList steps={content.returnToNormal} />
        </Part>
      )}
      <Prose id="catching-up" title={t('contingencyPlans.document.heading.catchingUp')} text={content.catchingUp} />
      <Prose id="about" title={t('contingencyPlans.read.about')} text={content.about} />
    </article>
  );
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="card" aria-labelledby={`part-${id}`}>
    <h2 className="card-title" id={`part-${id}`}>
      {title}
    </h2>
    {children}
  </section>
);

function Prose({ id, title, text }: { id: string; title: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <Part id={id} title={title}>
      <p className={styles.planProse}>{text}</p>
    </Part>
  );
}

type Step = ShownContent['firstHour'][number];

/** Numbered steps, with person and deadline below. `loud`: to be read at arm's length. */
const StepList = ({ steps, loud = false }: { steps: readonly Step[]; loud?: boolean }) => (
  <ol className={loud ? `${styles.planSteps} ${styles.planStepsLoud}` : styles.planSteps}>
    {steps.map((step) => (
      <li key={step.key}>
        <div className={styles.planStep}>
          <p className={styles.planStepText}>{step.text}</p>
          <p className={styles.planStepWho}>
            {[step.role, step.person?.name].filter(Boolean).join(' · ')}
            {step.minutes !== undefined && <span className={styles.planMinutes}>{within(step.minutes)}</span>}
          </p>
          {step.left && (
            <p className={plansStyles.planWarning}>
              <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.sheet.column.left')}
            </p>
          )}
        </div>
      </li>
    ))}
  </ol>
);

const within = (minutes: number): string =>
  minutes === 0 ? t('contingencyPlans.at') : t('contingencyPlans.document.within', { minutes });

/** Forms to fill in, printed beforehand. */
function PlanForms({ planKey, version }: { planKey: string; version: PlanVersionView }) {
  const file = useFormFile(planKey, version.key);
  return (
    <>
      <ul className={styles.planForms} data-part="plan-forms">
        {version.forms.map((form) => (
          <li key={form.key}>
            <FileLine file={form.file}>
              <ActButton
                icon={<ArrowDownloadRegular />}
                busy={file.isPending && file.variables === form.key}
                busyText={t('files.opening')}
                label={`${t('contingencyPlans.read.openForm')}: ${form.title}`}
                onClick={() => file.mutate(form.key)}
              >
                {t('contingencyPlans.read.openForm')}
              </ActButton>
            </FileLine>
          </li>
        ))}
      </ul>
      <ActFailed error={file.error} />
    </>
  );
}
