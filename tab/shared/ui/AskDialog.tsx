import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useBackCloses } from './open-dialogs.ts';

/** Returns the focus to the opener of the dialog, however it was closed. */
function useFocusBack(open: boolean) {
  const opener = useRef<Element | null>(null);
  // Before the dialog takes the focus in an effect.
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (!open) return;
    return () => {
      const back = opener.current;
      // After the page behind is reachable.
      setTimeout(() => back instanceof HTMLElement && back.isConnected && back.focus());
    };
  }, [open]);
}

/** Fluent's focus library updates hidden elements 0.25 s after a change. */
const hidingMilliseconds = 300;

/**
 * When the page is left with the dialog open (a link in it, or "back"), Fluent leaves everything behind it hidden from
 * screen readers.
 */
function useUnhideOnLeave(open: boolean) {
  const isOpen = useRef(open);
  useEffect(() => {
    isOpen.current = open;
  }, [open]);
  useEffect(
    () => () => {
      if (!isOpen.current) return;
      setTimeout(() => {
        if (!document.querySelector('[role="dialog"]')) document.getElementById('root')?.removeAttribute('aria-hidden');
      }, hidingMilliseconds);
    },
    [],
  );
}

/** The topmost open dialog; of several in the page the last. */
const topmost = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')].at(-1);

/**
 * When an element behind an open dialog takes the focus, Fluent hides the dialog from screen readers permanently. The
 * topmost one is shown again and refocused.
 */
function useNeverHidden(open: boolean) {
  useEffect(() => {
    if (!open) return;
    const show = () => {
      const dialog = topmost();
      const hiding = dialog?.closest('[aria-hidden="true"]');
      if (!dialog || !hiding) return;
      hiding.removeAttribute('aria-hidden');
      if (!dialog.contains(document.activeElement)) dialog.focus();
    };
    const observer = new MutationObserver(show);
    observer.observe(document.body, { subtree: true, attributeFilter: ['aria-hidden'] });
    return () => observer.disconnect();
  }, [open]);
}

/**
 * Whether the page is rendered. One that opens with its dialog focuses its heading first, and Fluent hides a dialog
 * that loses the focus as it opens from screen readers.
 */
const useThere = (): boolean => {
  const [there, setThere] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => setThere(true));
    return () => clearTimeout(soon);
  }, []);
  return there;
};

/**
 * A dialog before an act. Mounted when first opened, since Fluent's focus traps are of no use before, and stays mounted
 * while closed, so that its transitions work.
 */
export function AskDialog(props: {
  open: boolean;
  title: string;
  /** `beside`: by a click beside it, not by Escape or a button. */
  onClose: (how?: 'beside') => void;
  onFocusContent?: (element: HTMLElement) => void;
  children: ReactNode;
  actions: ReactNode;
}) {
  const there = useThere();
  const open = there && props.open;
  const [used, setUsed] = useState(false);
  if (open && !used) setUsed(true);
  useFocusBack(open);
  useUnhideOnLeave(open);
  useNeverHidden(open);
  useBackCloses(open, props.onClose);
  if (!used) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => !data.open && props.onClose(data.type === 'backdropClick' ? 'beside' : undefined)}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent onFocus={({ target }) => props.onFocusContent?.(target)}>{props.children}</DialogContent>
          <DialogActions fluid>{props.actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
