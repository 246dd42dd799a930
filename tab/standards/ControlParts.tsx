import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { reviewText } from './ControlsPage.tsx';
import { standardPath } from './paths.ts';
import timeLineStyles from '../shared/ui/TimeLine.module.css';
import styles from './Standards.module.css';

interface Of {
  control: ControlView;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Description, and links to evidence. */
export const ControlWhat = ({ control: { description, evidence } }: Of) => (
  <Part title={t('standards.control.what')}>
    {description ? <WrittenText text={description} /> : <p>{t('standards.control.noDescription')}</p>}
    <h3 className="card-title">{t('standards.control.evidence')}</h3>
    {evidence.length === 0 ? (
      <p>{t('standards.control.noEvidence')}</p>
    ) : (
      <ul className={styles.linkList}>
        {evidence.map(({ title, url }) => (
          <li key={`${title} ${url}`}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    )}
  </Part>
);

/** Requirements it meets, by standard; `linked` for those who may open the standards. */
export function ControlRequirements({ control: { requirementList }, linked }: Of & { linked: boolean }) {
  const standards = [...new Set(requirementList.map(({ standardKey }) => standardKey))];
  return (
    <Part title={t('standards.control.requirements')}>
      {standards.length === 0 && <p>{t('standards.control.noRequirements')}</p>}
      {standards.map((key) => {
        const own = requirementList.filter(({ standardKey }) => standardKey === key);
        return (
          <div key={key}>
            <h3 className="card-title">
              {linked ? <Link href={standardPath(key)}>{own[0]?.standard}</Link> : own[0]?.standard}
            </h3>
            <ul>
              {own.map((requirement) => (
                <li key={requirement.key}>
                  <span className={styles.requirementRef}>{requirement.ref}</span> {requirement.title}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Part>
  );
}

/** Procedures that describe it, activities that perform it, and risks that rely on it. */
export function ControlLinks({ control: { procedures, wheelActivities, usedBy } }: Of) {
  const groups = [
    { title: t('standards.control.procedures'), things: procedures },
    { title: t('standards.control.wheelActivities'), things: wheelActivities },
    { title: t('standards.control.usedBy'), things: usedBy.filter(({ kind }) => kind !== 'finding') },
    { title: t('standards.control.findings'), things: usedBy.filter(({ kind }) => kind === 'finding') },
  ].filter(({ things }) => things.length > 0);
  return (
    <>
      {groups.map(({ title, things }) => (
        <Part key={title} title={title}>
          <ul className={styles.linkList}>
            {things.map((thing) => (
              <li key={thing.key}>
                <Link href={thing.path}>{thing.title}</Link>
              </li>
            ))}
          </ul>
        </Part>
      ))}
    </>
  );
}

export const ControlFacts = ({ control }: Of) => (
  <Part title={t('standards.control.facts')}>
    <dl className={styles.controlFacts}>
      <dt>{t('standards.control.owner')}</dt>
      <dd>{control.owner ? <Person person={control.owner} /> : t('standards.control.noOwner')}</dd>
      <dt>{t('standards.control.centre')}</dt>
      <dd>{control.centre?.title ?? t('common.word.wholeMunicipality')}</dd>
      <dt>{t('standards.control.assessed')}</dt>
      <dd>{control.assessedOn ? asDate(control.assessedOn) : t('standards.control.never')}</dd>
      <dt>{t('standards.control.review')}</dt>
      <dd>{reviewText(control)}</dd>
    </dl>
  </Part>
);

/** Assessments of its effect, newest first. */
export const ControlHistory = ({ control: { assessments } }: Of) => (
  <Part title={t('standards.control.history')}>
    {assessments.length === 0 ? (
      <p>{t('standards.control.noHistory')}</p>
    ) : (
      <ol className={`${timeLineStyles.timeLine} ${styles.controlHistory}`} data-part="time-line">
        {assessments.map(({ effect, note, by, at }) => (
          <li key={at}>
            <p>{t('standards.control.assessedBy', { effect: t(`standards.effect.${effect}`), name: by.name })}</p>
            {note && <p className={styles.requirementReason}>{note}</p>}
            <p className="quiet">{asMoment(at)}</p>
          </li>
        ))}
      </ol>
    )}
  </Part>
);
