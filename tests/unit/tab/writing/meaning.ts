import { renderMarkdown } from '../../../../tab/shared/ui/render-markdown.ts';

const inline = new Set(['EM', 'STRONG', 'DEL', 'A', 'CODE']);

/**
 * Meaning of a text to a reader: its words in order, each with its blocks and marks, and then all of them with the
 * space between. The order of nested bold and italic, the side of a space on it, and line ends of the source are
 * invisible.
 */
export function meaningOf(markdown: string): string[] {
  const root = document.createElement('div');
  root.innerHTML = renderMarkdown(markdown);
  const said: string[] = [];
  visit(root, { path: '', looks: new Set(), said });
  return said
    .map((line) =>
      line.replace(/({[^}]*}) (.*)$/s, (_, looks: string, text: string) => `${looks} ${oneSpaced(text, line)}`),
    )
    .filter((line) => !line.endsWith('} '));
}

const oneSpaced = (text: string, line: string): string =>
  line.includes('/PRE') ? text.replace(/\n+$/, '') : text.replaceAll(/\s+/g, ' ').trim();

/** All the words, with single spaces. */
export function wordsOf(markdown: string): string {
  const root = document.createElement('div');
  root.innerHTML = renderMarkdown(markdown).replaceAll(/<br[^>]*>|<\/(p|li|h\d|td|th)>/g, '$& ');
  return (root.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

interface Visit {
  path: string;
  looks: ReadonlySet<string>;
  said: string[];
}

function visit(element: Element, { path, looks, said }: Visit): void {
  let place = 0;
  for (const child of element.childNodes) {
    if (!(child instanceof Element)) say(child.textContent ?? '', { path, looks, said });
    else if (child.tagName === 'BR') said.push(`${path} ⏎`);
    else if (inline.has(child.tagName)) visit(child, { path, looks: new Set([...looks, nameOf(child)]), said });
    else if (isOnlyLoose(child, path)) visit(child, { path, looks, said });
    else {
      const within = `${path}/${nameOf(child)}:${place}`;
      place += 1;
      said.push(within);
      visit(child, { path: within, looks: new Set(), said });
    }
  }
}

/** The parser puts the blank line after a list in a quote into the list: looser, with the same meaning. */
const isOnlyLoose = (element: Element, path: string): boolean =>
  element.tagName === 'P' && element.parentElement?.tagName === 'LI' && path.includes('/BLOCKQUOTE');

function say(text: string, { path, looks, said }: Visit): void {
  const as = `${path} {${[...looks].sort().join(',')}} `;
  const last = said.at(-1);
  if (last?.startsWith(as)) said[said.length - 1] = last + text;
  else if (text.trim() !== '' || path.includes('PRE')) said.push(as + text);
}

const nameOf = (element: Element): string =>
  [
    element.tagName,
    element.getAttribute('href') ?? element.getAttribute('start') ?? element.getAttribute('align') ?? '',
    element.getAttribute('title') ?? '',
  ].join('|');
