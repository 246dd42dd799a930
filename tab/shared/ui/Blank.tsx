import type { ReactNode } from 'react';
import styles from './Blank.module.css';

/** A centred message that fills a page or a section: empty, missing, no access. */
export function Blank(props: { title: string; text?: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.blank} data-blank>
      <h2 className={styles.blankTitle}>{props.title}</h2>
      {(props.text ?? props.children) && (
        <div className={styles.blankText}>
          {props.text && <p>{props.text}</p>}
          {props.children}
        </div>
      )}
      {props.actions && (
        <div className={styles.blankActions} data-part="blank-actions">
          {props.actions}
        </div>
      )}
    </div>
  );
}
