import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useSyncExternalStore } from 'react';
import { t } from '../texts/texts.ts';
import { dismiss, messageStore } from './notify.ts';
import styles from './Messages.module.css';

const shownMilliseconds = 10_000;

/** The live region of the whole tab: rendered from the start, so that screen readers follow it. */
export function Messages() {
  const message = useSyncExternalStore(messageStore.subscribe, messageStore.current);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(dismiss, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div className={styles.messages} role="status" aria-live="polite">
      {message && (
        <div className={styles.message} data-part="message" key={message.number}>
          <CheckmarkCircleFilled className={styles.messageIcon ?? ''} aria-hidden />
          <span>{message.text}</span>
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={t('common.close')}
            onClick={dismiss}
          />
        </div>
      )}
    </div>
  );
}
