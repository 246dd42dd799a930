import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { Field, Select } from '@fluentui/react-components';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { isAnswered } from './estimates.ts';
import styles from './Assessment.module.css';

interface Props {
  risks: readonly AssessedRisk[];
  here: string;
  onGo: (threatKey: string) => void;
}

/** All threats with their status; a select on a narrow screen. */
export function ThreatList({ risks, here, onGo }: Props) {
  return (
    <>
      <nav className={styles.assessList} aria-label={t('riskAssessment.parts.threats')}>
        <ol>
          {risks.map((risk, index) => (
            <li key={risk.threatKey}>
              <button
                type="button"
                {...(risk.threatKey === here ? { 'aria-current': 'true' as const } : {})}
                onClick={() => onGo(risk.threatKey)}
              >
                <span className={styles.assessNumber}>{index + 1}</span>
                <span className={styles.assessName}>
                  {risk.title}
                  <Mark risk={risk} />
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.assessJump}>
        <Field label={t('riskAssessment.parts.threats')}>
          <Select value={here} onChange={(_, data) => onGo(data.value)}>
            {risks.map((risk, index) => (
              <option key={risk.threatKey} value={risk.threatKey}>
                {`${index + 1}. ${risk.title} (${markText(risk)})`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  );
}

function markText({ notRelevant, stages }: AssessedRisk): string {
  if (notRelevant) return t('riskAssessment.mark.notRelevant');
  return stages.current?.level.word ?? t('riskAssessment.mark.open');
}

/** A threat's status in a word: its current level, not relevant, or not answered. */
export function Mark({ risk }: { risk: AssessedRisk }) {
  const { current } = risk.stages;
  if (current && !risk.notRelevant)
    return (
      <span className={styles.assessMark}>
        <LevelTag level={current.level} />
      </span>
    );
  return (
    <span className={styles.assessMark}>
      {isAnswered(risk) && <CheckmarkRegular aria-hidden />} {markText(risk)}
    </span>
  );
}
