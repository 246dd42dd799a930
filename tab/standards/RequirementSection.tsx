import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { RequirementRow } from '../../api/standards/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ControlTag } from './ControlTag.tsx';
import { LinkControlDialog } from './LinkControlDialog.tsx';
import { controlPath, newControlPath } from './paths.ts';
import { StatusTag } from './StatusTag.tsx';
import { Check } from '../shared/ui/Check.tsx';
import styles from './Standards.module.css';

interface Props {
  section: { title: string; requirements: readonly RequirementRow[] };
  abilities: { decide: boolean; addControl: boolean };
  chosen: ReadonlySet<string>;
  onMark: (keys: readonly string[], on: boolean) => void;
  onDecide: (row: RequirementRow) => void;
}

/** The requirements under one heading, each with status, reason of inclusion or exclusion, and controls. */
export function RequirementSection({ section, abilities, chosen, onMark, onDecide }: Props) {
  const id = useId();
  const [linking, setLinking] = useState<RequirementRow>();
  const { title, requirements } = section;
  const keys = requirements.map(({ key }) => key);
  return (
    <section className="card" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        {abilities.decide && (
          <Check
            checked={keys.every((key) => chosen.has(key))}
            onChange={(event) => onMark(keys, event.target.checked)}
          >
            {t('standards.one.chooseSection', { section: title })}
          </Check>
        )}
      </div>
      <ul className={styles.requirements}>
        {requirements.map((row) => (
          <li
            key={row.key}
            className={row.status === 'deselected' ? `${styles.requirement} ${styles.setAside}` : styles.requirement}
            data-part="requirement"
          >
            {abilities.decide && (
              <label className={styles.requirementChoose}>
                <input
                  type="checkbox"
                  checked={chosen.has(row.key)}
                  aria-label={t('standards.one.choose', { ref: row.ref })}
                  onChange={(event) => onMark([row.key], event.target.checked)}
                />
              </label>
            )}
            <Requirement row={row} />
            <div className={styles.requirementActs}>
              {abilities.addControl && row.status !== 'deselected' && (
                <ButtonLink
                  size="small"
                  to={newControlPath(row.key)}
                  label={t('standards.one.addFor', { ref: row.ref })}
                >
                  {t('standards.addControl')}
                </ButtonLink>
              )}
              {abilities.addControl && row.status !== 'deselected' && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('standards.crosswalk.linkFor', { ref: row.ref })}
                  onClick={() => setLinking(row)}
                >
                  {t('standards.crosswalk.link')}
                </Button>
              )}
              {abilities.decide && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('standards.one.decideFor', { ref: row.ref })}
                  onClick={() => onDecide(row)}
                >
                  {t('standards.one.decide')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <LinkControlDialog row={linking} onClose={() => setLinking(undefined)} />
    </section>
  );
}

function Requirement({ row }: { row: RequirementRow }) {
  const { ref, title, status, reason, decidedBy, decidedAt, controls } = row;
  return (
    <div className={styles.requirementText}>
      <p className={styles.requirementTitle}>
        <span className={styles.requirementRef}>{ref}</span> {title}
      </p>
      <StatusTag status={status} />
      {reason && (
        <p className={styles.requirementReason}>
          {t('standards.one.reason')}: {reason}{' '}
          {decidedBy && decidedAt && (
            <span className="quiet">
              {t('standards.one.decided', { name: decidedBy.name, date: asDate(dayOf(decidedAt)) })}
            </span>
          )}
        </p>
      )}
      {controls.length > 0 && (
        <ul className={styles.requirementControls} aria-label={t('standards.backToControls')}>
          {controls.map((control) => (
            <li key={control.key}>
              <Link href={controlPath(control.key)}>{control.title}</Link> <ControlTag control={control} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
