import type { ReactNode } from 'react';
import { t } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import styles from './OperationsPage.module.css';

/** A problem with its remedy. */
export function Card(props: { title: string; text: string; code?: string | undefined; children?: ReactNode }) {
  return (
    <Notice tone="warning">
      <h3 className={styles.attentionTitle}>{props.title}</h3>
      <p>{props.text}</p>
      {props.children}
      {props.code !== undefined && <p className="quiet">{t('operations.code', { code: props.code })}</p>}
    </Notice>
  );
}

export const Names = ({ names }: { names: readonly string[] }) => (
  <ul className={styles.attentionDetails}>
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
);
