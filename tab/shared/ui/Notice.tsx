import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';

const icons = {
  info: InfoRegular,
  success: CheckmarkCircleRegular,
  warning: WarningRegular,
  error: ErrorCircleRegular,
} as const;

/** A message in the page: the icon carries the tone as well as the colour. `live` reads it aloud when it appears. */
export function Notice(props: {
  tone: keyof typeof icons;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  const Icon = icons[props.tone];
  const role = props.tone === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice notice-${props.tone}`} {...(props.live ? { role } : {})}>
      <Icon className="notice-icon" aria-hidden />
      <div className="notice-text">
        {props.title && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
      {props.actions && <div className="notice-actions">{props.actions}</div>}
    </div>
  );
}
