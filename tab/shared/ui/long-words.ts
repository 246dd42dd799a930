import hyphen from 'hyphen/da';

/** Shorter words fit the narrowest page. */
const longWord = /\p{L}{11,}/gu;
/** Elsewhere on a wide page words have room. */
const narrowOnWidePages = '[data-part="matrix"] thead th, [data-node]';
const narrowPage = '(max-width: 640px)';
/** Code, what is written by the reader, drawings, and what has a name that says the same words stay as they are. */
const untouched =
  'script, style, textarea, select, code, pre, svg, [contenteditable], :is(a, button, [role=button])[aria-label]';
const leastRoom = 8;
const softHyphen = /\u00ad/g;
/** Once begun. */
let lookAgain: (() => void) | undefined;

/** Adds break opportunities to words wider than their space; the others are unchanged. Pure. */
export const withBreaks = (text: string, isTooWide: (word: string, place: number) => boolean): string =>
  text.replace(longWord, (word, place: number) => (isTooWide(word, place) ? hyphen.hyphenateSync(word) : word));

/**
 * Hyphenates words that are wider than their place where the browser has no Danish: Chromium loads its dictionaries
 * late or never, and Informationssikkerhedspolitik then breaks anywhere. Later texts are included; what is copied has
 * no hyphens of ours. Called again where what the words stand in has another width.
 */
export function breakLongWords(page: HTMLElement): void {
  const pen = document.createElement('canvas').getContext('2d');
  if (lookAgain) return lookAgain();
  if (!pen || knowsDanish(page)) return;
  let asked = 0;
  const look = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => mend(page, pen));
  };
  new MutationObserver(look).observe(page, { childList: true, characterData: true, subtree: true });
  addEventListener('resize', look);
  document.addEventListener('copy', copyWithoutBreaks);
  lookAgain = look;
  look();
}

function mend(page: HTMLElement, pen: CanvasRenderingContext2D): void {
  const places = matchMedia(narrowPage).matches ? [page] : [...page.querySelectorAll(narrowOnWidePages)];
  // All is measured before anything is written: each layout is computed once.
  const broken = places
    .flatMap((place) => [...textsOf(place)])
    .flatMap((node) => {
      const text = node.nodeValue ?? '';
      const place = placeOf(node);
      if (!place) return [];
      pen.font = getComputedStyle(place.element).font;
      const next = withBreaks(text, (word, from) => {
        const isWider = pen.measureText(word).width > place.room;
        return isWider || isOnTwoLines(node, from, word.length);
      });
      return next === text ? [] : [{ node, next }];
    });
  for (const { node, next } of broken) node.nodeValue = next;
}

function* textsOf(holder: Element): Generator<Node> {
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node.nodeValue?.search(longWord) !== -1 && !node.parentElement?.closest(untouched)) yield node;
}

/** The element that a text stands in, and the width of what holds its lines; undefined while it is not shown. */
function placeOf({ parentElement }: Node): { element: HTMLElement; room: number } | undefined {
  for (let holder = parentElement; parentElement && holder; holder = holder.parentElement) {
    const { display, paddingLeft, paddingRight } = getComputedStyle(holder);
    if (display === 'inline' || display === 'contents') continue;
    const room = holder.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    // What only screen readers see is no wider than this.
    return room > leastRoom ? { element: parentElement, room } : undefined;
  }
  return undefined;
}

function isOnTwoLines(node: Node, from: number, length: number): boolean {
  const word = document.createRange();
  word.setStart(node, from);
  word.setEnd(node, from + length);
  const [first, ...others] = word.getClientRects();
  return first !== undefined && others.some(({ top }) => top >= first.bottom - 1);
}

function copyWithoutBreaks(event: ClipboardEvent): void {
  const text = document.getSelection()?.toString() ?? '';
  if (!event.clipboardData || !text.includes('\u00ad')) return;
  event.clipboardData.setData('text/plain', text.replace(softHyphen, ''));
  event.preventDefault();
}

function knowsDanish(page: HTMLElement): boolean {
  const probe = document.createElement('div');
  probe.lang = 'da';
  probe.textContent = 'informationssikkerhedspolitik';
  probe.style.cssText = 'position:absolute;visibility:hidden;width:6em;hyphens:auto;overflow-wrap:normal';
  page.append(probe);
  const fits = probe.scrollWidth <= probe.clientWidth;
  probe.remove();
  return fits;
}
