import type { ReactNode } from 'react';
import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { CallList, SupplierList } from './CallList.tsx';
import { PlanForms } from './PlanForms.tsx';
import { StepList } from './StepList.tsx';
import styles from './ReadPlan.module.css';
import plansStyles from './Plans.module.css';

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
