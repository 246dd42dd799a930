import { useEffect, useRef } from 'react';
import { ActButton } from './ActButton.tsx';
import { ActFailed } from './Failed.tsx';
import { Notice } from './Notice.tsx';
import styles from './AcknowledgeBox.module.css';

/** Below a text and visible while it is read: one press gives the receipt, and the box becomes it. */
export function AcknowledgeBox(props: {
  /** Shown instead once there is a receipt. */
  receipt: string | undefined;
  justGiven: boolean;
  title: string;
  due: string;
  statement: string;
  button: string;
  busy: boolean;
  busyText: string;
  error: unknown;
  onAcknowledge: () => void;
}) {
  const { receipt, justGiven } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justGiven) box.current?.focus();
  }, [justGiven]);
  if (receipt !== undefined)
    return (
      <div ref={box} tabIndex={-1}>
        <Notice tone="success" live>
          {receipt}
        </Notice>
      </div>
    );
  return (
    <section className={styles.acknowledge} aria-label={props.title}>
      <div className={styles.acknowledgeText}>
        <p className={styles.acknowledgeDue}>{props.due}</p>
        <p>{props.statement}</p>
        <ActFailed error={props.error} />
      </div>
      <ActButton
        appearance="primary"
        size="large"
        busy={props.busy}
        busyText={props.busyText}
        onClick={props.onAcknowledge}
      >
        {props.button}
      </ActButton>
    </section>
  );
}
