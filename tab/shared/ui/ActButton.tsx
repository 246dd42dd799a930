import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, type ComponentProps, type ReactElement, type ReactNode } from 'react';

/** `busy` of an act is shown by then, in milliseconds. */
const shownAfter = 500;

/** A button that shows its progress, retains the focus, and cannot be pressed twice, also before `busy` is shown. */
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
  const isPressed = useRef(false);
  useEffect(() => {
    isPressed.current = false;
  }, [busy]);
  const press = () => {
    if (busy || isPressed.current) return;
    isPressed.current = true;
    setTimeout(() => (isPressed.current = false), shownAfter);
    onClick?.();
  };
  const shown = busy ? <Spinner size="tiny" /> : icon;
  return (
    <Button
      type="button"
      {...looks}
      {...(shown ? { icon: shown } : {})}
      {...(label && !busy ? { 'aria-label': label } : {})}
      disabledFocusable={busy}
      onClick={press}
    >
      {busy ? busyText : children}
    </Button>
  );
}
