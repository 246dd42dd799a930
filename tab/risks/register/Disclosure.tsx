import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Register.module.css';

/** A button that opens a small panel below it; Escape or a press outside closes it. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const inside = event.target instanceof Node && details.current?.contains(event.target);
      if (details.current?.open && !inside && document.querySelector('[role="dialog"]') === null)
        details.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  return (
    <details
      className={styles.disclosure}
      data-part="disclosure"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary>
        {title} <ChevronDownRegular aria-hidden />
      </summary>
      <div className={styles.disclosurePanel}>{children}</div>
    </details>
  );
}
