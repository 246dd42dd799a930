/** Where the focus was last in the page, and its surroundings. */
interface Place {
  element: HTMLElement;
  row: Element | undefined;
  next: Element | undefined;
  previous: Element | undefined;
  /** Its ancestors, nearest first: sections with a heading of their own. */
  parts: readonly Element[];
}

const placeOf = (element: HTMLElement): Place => {
  const row = element.closest('li, tr, [role="row"]') ?? undefined;
  const parts: Element[] = [];
  for (
    let part = element.parentElement?.closest('section, main');
    part;
    part = part.parentElement?.closest('section, main')
  )
    parts.push(part);
  return {
    element,
    row,
    parts,
    next: row?.nextElementSibling ?? undefined,
    previous: row?.previousElementSibling ?? undefined,
  };
};

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex]';
const isThere = (element: Element | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0;

/** The row itself, the next, the previous, the section's heading, the page's heading. */
function nearest({ row, next, previous, parts }: Place): HTMLElement | undefined {
  const near = [row, next, previous].find(isThere);
  if (near) return near.querySelector<HTMLElement>(focusable) ?? near;
  const headings = parts
    .filter((part) => part.isConnected)
    .map((part) => part.querySelector('h1, h2, h3') ?? undefined);
  return [...headings, document.querySelector('h1') ?? undefined].find(isThere);
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
const isAsking = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
/** Time for a new page to focus its heading, or a refetched list to render. */
const patience = 150;

/**
 * After an act the pressed button is often removed, with or without its row, and the focus with it: keyboard and screen
 * reader would restart at the top. It moves to the nearest remaining element. Once for the whole tab; returns a
 * function that stops it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let place: Place | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && root.contains(target)) place = placeOf(target);
  };
  // A press outside forgets the place.
  const forget = ({ target }: Event) => {
    if (place && target instanceof Node && !place.element.contains(target) && !isAsking()) place = undefined;
  };
  const look = () => {
    soon = undefined;
    if (!place || place.element.isConnected || !isLost() || isAsking()) return;
    const found = nearest(place);
    if (!found) return;
    if (!found.matches(focusable)) found.tabIndex = -1;
    found.focus({ preventScroll: isInView(found) });
  };
  const observer = new MutationObserver(() => {
    if (!place || place.element.isConnected || !isLost()) return;
    clearTimeout(soon);
    soon = setTimeout(look, patience);
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  observer.observe(document.body, { subtree: true, childList: true });
  return () => {
    clearTimeout(soon);
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
  };
}

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};
