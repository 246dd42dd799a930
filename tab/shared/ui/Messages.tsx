import { Button, mergeClasses } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { focusManager } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../texts/texts.ts';
import { toneIcons } from './Notice.tsx';
import { dismiss, messageStore, type Message } from './notify.ts';
import styles from './Messages.module.css';

const shownMilliseconds = 10_000;
const followReturns = (listener: () => void) => focusManager.subscribe(listener);

/** The live region of the whole tab: rendered from the start, so that screen readers follow it. */
export function Messages() {
  const messages = useSyncExternalStore(messageStore.subscribe, messageStore.current);
  return (
    <div className={styles.messages} role="status" aria-live="polite">
      {messages.map((message) => (
        <MessageBox key={message.number} {...message} />
      ))}
    </div>
  );
}

/**
 * An error stays until it is closed; a result while it is pointed at or focused, and in a window that nobody sees
 * (WCAG 2.2.1).
 */
function MessageBox({ text, tone, number }: Message) {
  const Icon = toneIcons[tone];
  const [isPointedAt, pointAt] = useState(false);
  const [isFocused, focus] = useState(false);
  const isVisible = useSyncExternalStore(followReturns, () => focusManager.isFocused());
  const isPassing = tone !== 'error' && isVisible && !isPointedAt && !isFocused;
  useEffect(() => {
    if (!isPassing) return;
    const timer = setTimeout(() => dismiss(number), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [isPassing, number]);
  return (
    <div
      className={mergeClasses(styles.message, styles[`message-${tone}`])}
      data-part="message"
      onPointerEnter={() => pointAt(true)}
      onPointerLeave={() => pointAt(false)}
      onFocus={() => focus(true)}
      onBlur={() => focus(false)}
    >
      <Icon className={styles.messageIcon ?? ''} aria-hidden />
      <span>{text}</span>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={t('common.close')}
        onClick={() => dismiss(number)}
      />
    </div>
  );
}
