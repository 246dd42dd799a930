import { Button, Spinner } from '@fluentui/react-components';
import type { ComponentProps, ReactElement, ReactNode } from 'react';

/** A button that shows its progress, retains the focus, and cannot be pressed twice. */
export function ActButton(props: {
  busy: boolean;
  busyText: string;
  onClick?: () => void;
  type?: 'button' | 'submit';
  appearance?: NonNullable<ComponentProps<typeof Button>['appearance']>;
  size?: NonNullable<ComponentProps<typeof Button>['size']>;
  icon?: ReactElement;
  /** Distinguishes buttons with the same text. */
  label?: string;
  children: ReactNode;
}) {
  const { busy, busyText, onClick, children, icon, label, ...looks } = props;
  const shown = busy ? <Spinner size="tiny" /> : icon;
  return (
    <Button
      type="button"
      {...looks}
      {...(shown ? { icon: shown } : {})}
      {...(label && !busy ? { 'aria-label': label } : {})}
      disabledFocusable={busy}
      onClick={() => !busy && onClick?.()}
    >
      {busy ? busyText : children}
    </Button>
  );
}
