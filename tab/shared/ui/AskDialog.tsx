import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** Gives the focus back to what opened the dialog, however it was closed. */
function useFocusBack(open: boolean) {
  const opener = useRef<Element | null>(null);
  // Before the dialog takes the focus, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (!open) return;
    return () => {
      const back = opener.current;
      // After the page behind is in reach again.
      setTimeout(() => back instanceof HTMLElement && back.isConnected && back.focus());
    };
  }, [open]);
}

/** Fluent's focus library updates what is hidden a quarter of a second after a change. */
const hidingMilliseconds = 300;

/**
 * When the page is left while the dialog is open (a link in it, or "back"), Fluent leaves everything behind it hidden
 * from screen readers.
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

/** The open dialog that lies on top; of several in the page the last. */
const topmost = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')].at(-1);

/**
 * When something behind an open dialog takes the focus, Fluent hides the dialog from screen readers, for good. The
 * topmost one is shown again and gets the focus back.
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
 * Whether the page is there already. One that opens with its dialog first gives its heading the focus, and Fluent hides
 * from screen readers a dialog that loses the focus as it opens.
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
 * A question before an act. It is put in the tree when first opened, since Fluent's traps for the focus are in nobody's
 * interest before, and stays while closed, so that it opens and closes as Fluent means it to.
 */
export function AskDialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
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
  if (!used) return null;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>{props.children}</DialogContent>
          <DialogActions fluid>{props.actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
