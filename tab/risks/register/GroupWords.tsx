import { t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import type { RegisterAnswer } from './useRegisterRows.ts';
import styles from './Register.module.css';

/** Title of a group, its number of risks, and their worst level. */
export const GroupWords = ({ group: { title, count, worst } }: { group: RegisterAnswer['groups'][number] }) => (
  <p className={styles.registerGroupWords}>
    <strong>{t('riskOverview.register.groupRow', { title, count })}</strong>
    {worst && (
      <span className={styles.registerWorst}>
        <span>{t('riskOverview.register.worst', { level: '' }).trim()}</span> <LevelTag level={worst} />
      </span>
    )}
  </p>
);
