import { Button, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FindingView, InspectionView } from '../../api/inspections/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { FindingDialog } from './FindingDialog.tsx';
import { findingPath, isUrgent } from './words.ts';
import styles from './Inspections.module.css';

/** Findings, worst first, with their status. */
export function FindingsPart({ visit }: { visit: InspectionView }) {
  const [adding, setAdding] = useState(false);
  return (
    <section className="card" aria-labelledby="visit-findings">
      <div className="section-head">
        <h2 className="section-title" id="visit-findings">
          {t('inspectionPages.found')}
        </h2>
        {visit.abilities.finding && (
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
            {t('inspectionPages.findings.add')}
          </Button>
        )}
      </div>
      {visit.findingList.length === 0 ? (
        <p className="section-text">{t('inspectionPages.findings.none')}</p>
      ) : (
        <ul className={styles.items}>
          {visit.findingList.map((finding) => (
            <li key={finding.key} className={styles.item}>
              <FindingLine finding={finding} heading="h3" />
            </li>
          ))}
        </ul>
      )}
      {adding && <FindingDialog visit={visit} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Grade, status and title of a finding, with its owner. */
export const FindingLine = ({ finding, heading: Heading = 'p' }: { finding: FindingView; heading?: 'p' | 'h3' }) => (
  <>
    <Heading className="card-title">
      <Link href={findingPath(finding.key)}>{finding.title}</Link>
    </Heading>
    <FindingTags finding={finding} />
    {finding.actions.length > 0 && (
      <p className="quiet">{finding.actions.map(({ title, owner }) => `${title} (${owner.name})`).join(' · ')}</p>
    )}
  </>
);

export const FindingTags = ({ finding }: { finding: FindingView }) => (
  <p className={styles.tags}>
    <span className="tag">{t(`inspections.grade.${finding.grade}`)}</span>
    <span className={isUrgent(finding) ? mergeClasses('tag', styles.urgent) : 'tag'}>
      {t(`inspections.findingState.${finding.state}`)}
    </span>
  </p>
);
