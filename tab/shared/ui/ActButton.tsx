import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, type ComponentProps, type MouseEvent, type ReactElement, type ReactNode } from 'react';

/** Milliseconds until `busy` of an act is shown; the second click of a slower double click is known by its `detail`. */
const shownAfter = 50;

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
  const press = ({ detail }: MouseEvent) => {
    if (busy || isPressed.current || detail > 1) return;
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
