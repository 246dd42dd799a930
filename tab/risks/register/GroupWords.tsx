import { t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import type { RegisterAnswer } from './useRegisterRows.ts';
import styles from './Register.module.css';

/** What a group is called, how many risks it holds, and the worst level among them. */
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
