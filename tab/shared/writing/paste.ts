/**
 * Prepares clipboard HTML of Word and web pages for the schema: Word's lists are styled paragraphs, merged cells have
 * span attributes, and comments, styles and scripts are no text. Formatting unknown to Markdown is dropped.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  for (const dropped of body.querySelectorAll('script,style,meta,link,img,title,xml,o\\:p,input,button,svg'))
    dropped.replaceWith();
  removeComments(page);
  for (const holder of body.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]'))
    holder.remove();
  for (const first of body.querySelectorAll('p')) if (levelOf(first) !== undefined) asList(first);
  for (const table of body.querySelectorAll('table')) spreadCells(table);
  return body.innerHTML;
}

function removeComments(page: Document): void {
  const walk = page.createTreeWalker(page.body, 128);
  const found: Node[] = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

/** `mso-list:l0 level2 lfo1` is the second level of a list. */
const levelOf = (element: Element): number | undefined => {
  const found = /mso-list:\s*l\d+\s+level(\d)/i.exec(element.getAttribute('style') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
};

/** A paragraph of a Word list with its successors, as nested lists. */
function asList(first: Element): void {
  if (!first.isConnected || first.closest('li')) return;
  const open: Element[] = [];
  let item: Element | null = first;
  while (item) {
    const level = levelOf(item);
    if (level === undefined) break;
    const next: Element | null = item.nextElementSibling;
    while (open.length > level) open.pop();
    while (open.length < level) {
      const list = first.ownerDocument.createElement(isNumbered(item) ? 'ol' : 'ul');
      const above = open.at(-1);
      if (above) (above.lastElementChild ?? above.appendChild(first.ownerDocument.createElement('li'))).append(list);
      else item.before(list);
      open.push(list);
    }
    const entry = first.ownerDocument.createElement('li');
    const words = first.ownerDocument.createElement('p');
    words.append(...item.childNodes);
    entry.append(words);
    open.at(-1)?.append(entry);
    item.remove();
    item = next;
  }
}

const isNumbered = (item: Element): boolean => /^\s*(\d+|[a-z])[.)]/i.test(item.getAttribute('data-mark') ?? '');

/** Every row gets every cell: merged content is in the first, and the others are empty. */
function spreadCells(table: HTMLTableElement): void {
  for (const [at, row] of [...table.rows].entries())
    for (const cell of row.cells) {
      const [columns, rows] = [Math.min(cell.colSpan, 50), Math.min(cell.rowSpan, 500)];
      const place = cell.cellIndex;
      cell.removeAttribute('colspan');
      cell.removeAttribute('rowspan');
      for (let column = 1; column < columns; column += 1) cell.after(table.ownerDocument.createElement('td'));
      for (let below = 1; below < rows; below += 1)
        for (let column = 0; column < columns; column += 1)
          table.rows[at + below]?.insertCell(Math.min(place, table.rows[at + below]?.cells.length ?? 0));
    }
}
