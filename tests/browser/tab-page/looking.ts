/** What a look at a page by the accessibility rules needs; the rest was looked at before. */
export interface Survey {
  /** Texts whose contrast is to be measured; these are marked `data-contrast`. */
  texts: number;
  /** Links in running text whose colours are to be compared. */
  links: number;
  /** Whether a target is small or overlaps another. */
  targets: boolean;
  /** Whether elements, attributes, texts and visibility are those that passed all rules. */
  sameStructure: boolean;
}

export interface Looking {
  survey(): Survey;
  /** Remembers what passed; `all` when no rule was broken by the page as a whole. */
  remember(all: boolean): void;
  /** A text or a link passed its check. */
  passed(kind: 'text' | 'link', element: Element): void;
}

/** What passed in the tabs of a window. */
interface Known {
  /** Numbers of descriptions. */
  numbers: Map<string, number>;
  /** Colours of texts and links that passed. */
  colours: Set<string>;
  /** Structures around the page's own part that passed all rules. */
  surroundings: Set<string>;
}

/**
 * Runs inside the tab; says what of a page needs a look.
 *
 * - **Contrast** depends on the colours and size of a text and on what is painted behind it. What axe found good in one
 *   theme is not measured again in these colours, on this or a later page of the window, unless something is painted
 *   over or under the text that is not around it. Each theme has other colours, so each is measured. On a page the
 *   first two of equal markup are measured.
 * - **Targets** are measured where one is smaller than 24 px and near another, or overlaps another: all others pass.
 * - **Other rules** read elements, attributes, texts and what is visible. They look at a page again, in another theme
 *   or at another width, where these differ: in the page's part from what passed before, around it from what passed
 *   with any page.
 */
export function looking(): Looking {
  const differing = new Set([
    ...['id', 'for', 'href', 'src', 'name', 'value', 'title', 'datetime', 'data-contrast'],
    ...['label', 'labelledby', 'describedby', 'controls', 'owns', 'posinset', 'rowindex'].map((name) => `aria-${name}`),
  ]);
  const place = globalThis.parent as { known?: Known };
  const known = (place.known ??= { numbers: new Map(), colours: new Set(), surroundings: new Set() });
  const numberOf = (description: string): number => {
    const number = known.numbers.get(description) ?? known.numbers.size;
    known.numbers.set(description, number);
    return number;
  };
  const isText = (node: Node) => !(node instanceof Element) && Boolean(node.textContent?.trim());
  const tagOf = (element: Element): string => {
    const attributes = [...element.attributes].filter(({ name }) => !differing.has(name));
    return `${element.tagName} ${attributes.map(({ name, value }) => `${name}=${value}`).join(' ')}`;
  };

  /** Siblings of equal markup from the third on, with what is in them. */
  const repeats = new Set<Element>();
  function markup(element: Element): number {
    const seen = new Map<number, number>();
    const inside = [...element.childNodes].map((node) => {
      if (!(node instanceof Element)) return isText(node) ? 't' : '';
      const own = markup(node);
      const times = (seen.get(own) ?? 0) + 1;
      seen.set(own, times);
      if (times > 2) for (const one of [node, ...node.querySelectorAll('*')]) repeats.add(one);
      return own;
    });
    return numberOf(`${tagOf(element)}(${inside.join()})`);
  }

  /** What was looked at now, by element. */
  const colours = { text: new Map<Element, string>(), link: new Map<Element, string>() };

  function surveyColours(): Pick<Survey, 'texts' | 'links'> {
    colours.text.clear();
    colours.link.clear();
    repeats.clear();
    markup(document.body);
    const painted: { element: Element; box: DOMRect }[] = [];
    const paths = new Map<Element, { markup: number; paint: number }>();
    const pathOf = (element: Element): { markup: number; paint: number } => {
      const found = paths.get(element);
      if (found) return found;
      const style = getComputedStyle(element);
      const behind = element.parentElement ? pathOf(element.parentElement) : { markup: innerWidth, paint: 0 };
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style;
      const isPainted = backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
      if (isPainted) painted.push({ element, box: element.getBoundingClientRect() });
      const own = `${backgroundColor} ${backgroundImage} ${opacity} ${filter} ${mixBlendMode}`;
      const isSeen = isPainted || opacity !== '1' || filter !== 'none' || mixBlendMode !== 'normal';
      const path = {
        markup: numberOf(`${behind.markup}>${tagOf(element)} ${own}`),
        paint: isSeen ? numberOf(`${behind.paint}>${own}`) : behind.paint,
      };
      paths.set(element, path);
      return path;
    };
    for (const element of document.body.querySelectorAll('*')) pathOf(element);

    /** Something painted that the text does not lie in. */
    const isCovered = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return painted.some(
        ({ element: other, box }) =>
          box.left < right && box.right > left && box.top < bottom && box.bottom > top && !other.contains(element),
      );
    };
    /** Shown on focus only, or for screen readers. */
    const isAway = (element: Element) => {
      const { position, clip, clipPath } = getComputedStyle(element);
      const { right, bottom, width } = element.getBoundingClientRect();
      if (position !== 'absolute' && position !== 'fixed') return false;
      return right <= 0 || bottom <= 0 || width <= 1 || clip !== 'auto' || clipPath !== 'none';
    };
    const times = new Map<string, number>();
    const fields = 'input:not([type=checkbox], [type=radio], [type=range], [type=hidden]), select, textarea';
    for (const element of document.body.querySelectorAll('*')) {
      element.removeAttribute('data-contrast');
      const hasText = [...element.childNodes].some(isText) || element.matches(fields);
      if (!hasText || repeats.has(element) || !element.checkVisibility() || isAway(element)) continue;
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      const path = pathOf(element);
      const look = `${color} ${fontSize} ${fontWeight} ${textShadow}`;
      // Contrast of what is disabled is not measured.
      const alike = `${path.markup} ${look} ${element.closest(':disabled, [aria-disabled=true]') !== null}`;
      const seen = (times.get(alike) ?? 0) + 1;
      times.set(alike, seen);
      const colour = `text ${isCovered(element) ? path.markup : `painted ${path.paint}`} ${look}`;
      if (seen > 2 || known.colours.has(colour)) continue;
      element.setAttribute('data-contrast', '');
      colours.text.set(element, colour);
    }
    for (const link of document.body.querySelectorAll('a[href], [role=link]')) {
      if (getComputedStyle(link).display !== 'inline' || link instanceof SVGElement || !link.checkVisibility())
        continue;
      let block = link.parentElement ?? link;
      while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement;
      const inLinks = [...block.querySelectorAll('a[href], [role=link]')]
        .map(({ textContent }) => textContent)
        .join('');
      const isList = (block.textContent ?? '').length <= 2 * inLinks.length && !block.querySelector('br, hr');
      const { color, textDecorationLine, fontWeight } = getComputedStyle(link);
      if (isList || textDecorationLine === 'underline') continue;
      const around = getComputedStyle(block);
      const colour = `link ${color} ${fontWeight} in ${around.color} ${around.fontWeight}`;
      if (!known.colours.has(colour)) colours.link.set(link, colour);
    }
    return { texts: colours.text.size, links: colours.link.size };
  }

  /** Whether a target is smaller than 24 px with another within 12 px of its middle, or overlaps another. */
  function hasNarrowTarget(): boolean {
    const targets = [...document.body.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).clip === 'auto',
      )
      .map((element) => {
        const box = element.getBoundingClientRect();
        const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
        return { element, box, middle, isSmall: box.width < 24 || box.height < 24 };
      })
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const away = (from: number, to: number, point: number) => Math.max(from - point, point - to, 0);
    return targets.some(({ element, box, middle, isSmall }) =>
      targets.some((other) => {
        const { box: next } = other;
        if (other.element === element || element.contains(other.element) || other.element.contains(element))
          return false;
        const overlaps =
          next.left < box.right && next.right > box.left && next.top < box.bottom && next.bottom > box.top;
        if (overlaps || !isSmall) return overlaps;
        const toBox = Math.hypot(away(next.left, next.right, middle.x), away(next.top, next.bottom, middle.y));
        const toMiddle = Math.hypot(other.middle.x - middle.x, other.middle.y - middle.y);
        return toBox < 12.5 || (other.isSmall && toMiddle < 25);
      }),
    );
  }

  const unread = new Set(['class', 'style', 'data-contrast', 'data-theme', 'aria-current']);
  function structureOf(elements: Iterable<Element>): string {
    const lines: string[] = [];
    for (const element of elements) {
      const { width, height } = element.getBoundingClientRect();
      const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const own = [...element.attributes].flatMap(({ name, value }) => (unread.has(name) ? [] : [`${name}=${value}`]));
      const texts = [...element.childNodes].map((node) => (node instanceof Element ? '<>' : node.textContent));
      lines.push([element.tagName, ...own, isVisible, width * height === 0, ...texts].join('|'));
    }
    return lines.join('\n');
  }
  let now = { page: '', around: '' };
  let passedPage = '';
  return {
    survey: () => {
      const main = document.querySelector('#main');
      // Pictures without a name are not read.
      const all = [...document.querySelectorAll('html, body, body :not(svg[aria-hidden=true] *)')];
      now = {
        page: structureOf(all.filter((element) => main?.contains(element))),
        around: structureOf(all.filter((element) => !main?.contains(element))),
      };
      return {
        ...surveyColours(),
        targets: hasNarrowTarget(),
        sameStructure: main !== null && now.page === passedPage && known.surroundings.has(now.around),
      };
    },
    remember: (all) => {
      if (!all) return;
      passedPage = now.page;
      known.surroundings.add(now.around);
    },
    passed: (kind, element) => {
      const colour = colours[kind].get(element);
      if (colour !== undefined) known.colours.add(colour);
    },
  };
}
