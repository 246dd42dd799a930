import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import styles from './ImportSteps.module.css';

/** The steps of an import, below each other on one page. */
export const ImportSteps = ({ children }: { children: ReactNode }) => (
  <ol className={styles.importSteps}>{children}</ol>
);

/** One numbered step; its heading is focused when the reader reaches it. */
export function ImportStep(props: {
  number: number;
  title: string;
  reached: boolean;
  arrived: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!props.arrived) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [props.arrived]);
  return (
    <li className={props.reached ? `card ${styles.importStep}` : `card ${styles.importStep} ${styles.later}`}>
      <h2 className="section-title" ref={heading} tabIndex={-1}>
        <span className={styles.importNumber} aria-hidden>
          {props.number}
        </span>
        <span className="hidden">{t('files.sheet.step', { number: props.number })}: </span>
        {props.title}
      </h2>
      {props.reached && props.children}
    </li>
  );
}
