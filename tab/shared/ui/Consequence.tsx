import type { ReactNode } from 'react';
import styles from './Consequence.module.css';

/** What pressing the button will do, in words, before it is pressed: the most important first. */
export const Consequence = ({ first, children }: { first: ReactNode; children?: ReactNode }) => (
  <div className={styles.consequence}>
    <p className={styles.consequenceFirst}>{first}</p>
    {children}
  </div>
);
