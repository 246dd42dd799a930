import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export const toneIcons = {
  info: InfoRegular,
  success: CheckmarkCircleRegular,
  warning: WarningRegular,
  error: ErrorCircleRegular,
} as const;

/** A message in the page: icon and colour carry the tone. `live` announces it when it appears. */
export function Notice(props: {
  tone: keyof typeof toneIcons;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  const Icon = toneIcons[props.tone];
  const role = props.tone === 'error' ? 'alert' : 'status';
  return (
    <div
      className={mergeClasses(styles.notice, styles[`notice-${props.tone}`])}
      data-part="notice"
      {...(props.live ? { role } : {})}
    >
      <Icon className={styles.noticeIcon ?? ''} aria-hidden />
      <div className={styles.noticeText} data-part="notice-text">
        {props.title && <p className={styles.noticeTitle}>{props.title}</p>}
        {props.children}
      </div>
      {props.actions && <div className={styles.noticeActions}>{props.actions}</div>}
    </div>
  );
}
