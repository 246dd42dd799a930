import hyphen from 'hyphen/da';

/** Shorter words fit the narrowest page. */
const longWord = /\p{L}{12,}/gu;
const headings = 'h1, h2, h3, .card-title, .blank-title';
let begun = false;

/** Adds break opportunities to words wider than their space; the others are unchanged. Pure. */
export const withBreaks = (text: string, isTooWide: (word: string) => boolean): string =>
  text.replace(longWord, (word) => (isTooWide(word) ? hyphen.hyphenateSync(word) : word));

/**
 * Hyphenates words of headings where the browser has no Danish: Chromium loads its dictionaries late or never, and
 * `hyphens: auto` then breaks Informationssikkerhedspolitik anywhere. Later headings are included.
 */
export function breakLongWords(page: HTMLElement): void {
  const pen = document.createElement('canvas').getContext('2d');
  if (begun || !pen || knowsDanish(page)) return;
  begun = true;
  const mend = (heading: HTMLElement) => {
    const room = heading.clientWidth;
    if (room === 0) return;
    pen.font = getComputedStyle(heading).font;
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.nodeValue ?? '';
      const broken = withBreaks(text, (word) => pen.measureText(word).width > room);
      if (broken !== text) node.nodeValue = broken;
    }
  };
  let asked = 0;
  const look = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => page.querySelectorAll<HTMLElement>(headings).forEach(mend));
  };
  new MutationObserver(look).observe(page, { childList: true, characterData: true, subtree: true });
  addEventListener('resize', look);
  look();
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
