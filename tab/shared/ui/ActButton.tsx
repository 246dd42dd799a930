import { Button } from '@fluentui/react-button';
import { Spinner } from '@fluentui/react-spinner';
import type { ComponentProps, ReactElement, ReactNode } from 'react';

/** A button that says what it is doing while it does it, keeps the focus, and cannot be pressed twice. */
export function ActButton(props: {
  busy: boolean;
  busyText: string;
  onClick?: () => void;
  type?: 'button' | 'submit';
  appearance?: NonNullable<ComponentProps<typeof Button>['appearance']>;
  size?: NonNullable<ComponentProps<typeof Button>['size']>;
  icon?: ReactElement;
  children: ReactNode;
}) {
  const { busy, busyText, onClick, children, icon, ...looks } = props;
  const shown = busy ? <Spinner size="tiny" /> : icon;
  return (
    <Button
      type="button"
      {...looks}
      {...(shown ? { icon: shown } : {})}
      disabledFocusable={busy}
      onClick={() => !busy && onClick?.()}
    >
      {busy ? busyText : children}
    </Button>
  );
}
