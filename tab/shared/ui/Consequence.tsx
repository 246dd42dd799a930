import type { ReactNode } from 'react';
import styles from './Consequence.module.css';

/** The consequences of a button, before it is pressed: the most important first. */
export const Consequence = ({ first, children }: { first: ReactNode; children?: ReactNode }) => (
  <div className={styles.consequence}>
    <p className={styles.consequenceFirst}>{first}</p>
    {children}
  </div>
);
