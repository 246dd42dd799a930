import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PocketPlan, ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import styles from './MinePage.module.css';
import { InDanishLine } from '../../shared/ui/WrittenText.tsx';
import { wordsOf } from '../shared/plan-words.ts';
import { PhoneLink } from '../shared/parts/PhoneLink.tsx';
import personStyles from '../../shared/ui/Person.module.css';

/** A section of the plan with its heading; nothing when empty. */
function Part({ id, title, has, children }: { id: string; title: string; has: boolean; children: ReactNode }) {
  if (!has) return null;
  return (
    <section className={mergeClasses('section', styles[`sheet-${id}`])} aria-labelledby={`sheet-${id}`}>
      <h2 className="section-title" id={`sheet-${id}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

type Step = ShownContent['steps'][number];
function whenOf({ minutes }: Step): string {
  if (minutes === undefined) return '';
  return minutes === 0 ? t('pocket.step.atOnce') : t('pocket.step.at', { minutes });
}

const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className={styles.ownSteps}>
    {steps.map((step) => (
      <li key={step.key}>
        <p className={styles.ownStep}>{step.text}</p>
        <p className="quiet">
          {[whenOf(step), step.role, step.left ? '' : step.person?.name].filter(Boolean).join(' · ')}
        </p>
        {step.left && step.person && (
          <p className={styles.ownLeft}>{t('pocket.step.left', { name: step.person.name })}</p>
        )}
      </li>
    ))}
  </ol>
);

const Prose = ({ text }: { text: string }) => <p className={styles.ownProse}>{text}</p>;

/** A plan in full: the first hour and contacts before everything else. */
export function PlanSheet({ plan: { content, forms } }: { plan: PocketPlan }) {
  const { about, triggers, firstHour, steps, workarounds, contacts, suppliers } = content;
  const { communication, returnToNormal, catchingUp } = content;
  const part = (name: Parameters<typeof partTitle>[0]) => ({ id: name, title: partTitle(name) });
  return (
    <>
      <InDanishLine text={wordsOf(content)} />
      <Part {...part('firstHour')} has={firstHour.length > 0}>
        <Steps steps={firstHour} />
      </Part>
      <Part {...part('phones')} has={contacts.length > 0}>
        <Phones contacts={contacts} />
      </Part>
      <Part {...part('triggers')} has={triggers.length > 0}>
        <ul>
          {triggers.map((trigger, place) => (
            <li key={place}>{trigger}</li>
          ))}
        </ul>
      </Part>
      <Part {...part('steps')} has={steps.length > 0}>
        <Steps steps={steps} />
      </Part>
      <Part {...part('workarounds')} has={workarounds.length > 0}>
        {workarounds.map(({ key, title, text, form }) => (
          <div className={styles.ownWay} key={key}>
            {title && <h3>{title}</h3>}
            {text && <Prose text={text} />}
            {form && <p className="quiet">{t('pocket.form', { form })}</p>}
          </div>
        ))}
      </Part>
      <Part {...part('forms')} has={forms.length > 0}>
        <ul>
          {forms.map((form, place) => (
            <li key={place}>{form}</li>
          ))}
        </ul>
        <p className="quiet">{t('pocket.part.formsText')}</p>
      </Part>
      <Part {...part('suppliers')} has={suppliers.length > 0}>
        <Suppliers suppliers={suppliers} />
      </Part>
      <Part {...part('communication')} has={communication !== ''}>
        <Prose text={communication} />
      </Part>
      <Part {...part('returnToNormal')} has={returnToNormal.length > 0}>
        <Steps steps={returnToNormal} />
      </Part>
      <Part {...part('catchingUp')} has={catchingUp !== ''}>
        <Prose text={catchingUp} />
      </Part>
      <Part {...part('about')} has={about !== ''}>
        <Prose text={about} />
      </Part>
    </>
  );
}

const partTitle = (
  name:
    | 'firstHour'
    | 'phones'
    | 'triggers'
    | 'steps'
    | 'workarounds'
    | 'forms'
    | 'suppliers'
    | 'communication'
    | 'returnToNormal'
    | 'catchingUp'
    | 'about',
) => t(`pocket.part.${name}`);

const Phone = ({ phone }: { phone: string }) =>
  phone === '' ? <p className="quiet">{t('pocket.phone.none')}</p> : <PhoneLink look={styles.ownPhone} phone={phone} />;

/** Contacts, each number a call link. Leavers are marked. */
const Phones = ({ contacts }: { contacts: ShownContent['contacts'] }) => (
  <ul className={styles.ownPhones}>
    {contacts.map(({ key, role, person, name, phone, fromDirectory, note, left }) => {
      const who = person?.name ?? name;
      return (
        <li key={key}>
          <p className={personStyles.personName}>{role || who}</p>
          {role && who && !left && (
            <p className={personStyles.personRole} data-part="person-role">
              {who}
            </p>
          )}
          {left && <p className={styles.ownLeft}>{t('pocket.phone.left', { name: who })}</p>}
          <Phone phone={phone} />
          {fromDirectory && <p className="quiet">{t('pocket.phone.fromDirectory')}</p>}
          {note && <p className="quiet">{note}</p>}
        </li>
      );
    })}
  </ul>
);

const Suppliers = ({ suppliers }: { suppliers: ShownContent['suppliers'] }) => (
  <ul className={styles.ownPhones}>
    {suppliers.map(({ key, name, phone, agreement, hours }) => (
      <li key={key}>
        <p className={personStyles.personName}>{name}</p>
        <Phone phone={phone} />
        <p className="quiet">
          {[hours, agreement && t('pocket.phone.agreement', { agreement })].filter(Boolean).join(' · ')}
        </p>
      </li>
    ))}
  </ul>
);
