import type { TextsOf } from '../catalogue.ts';
import type { writing as da } from '../da/writing.ts';

/** The editor of texts, in English. */
export const writing: TextsOf<typeof da> = {
  inDanish: 'The text is in Danish, as it was written.',
  toolbar: 'Tools for {{field}}',
  style: 'Heading or text',
  text: 'Normal text',
  heading: 'Heading {{level}}',
  tableActs: 'The table',
  showMarkdown: 'Show Markdown',
  lost: 'The tools could not be loaded, but you can write here. A heading begins with #, an item with -.',
  address: 'Address',
  addressHint: 'Begins with https://. If nothing is selected in the text, the address itself is inserted.',
  addressWrong: 'Write an address that begins with https://, such as https://www.kommune.dk',
  setLink: 'Set link',
  removeLink: 'Remove link',
  act: {
    bold: 'Bold',
    italic: 'Italic',
    bulletList: 'Bullets',
    orderedList: 'Numbers',
    indent: 'Indent',
    outdent: 'Outdent',
    quote: 'Quote',
    link: 'Link',
    table: 'Insert table',
    undo: 'Undo',
    redo: 'Redo',
    rowAbove: 'Row above',
    rowBelow: 'Row below',
    columnAfter: 'Column to the right',
    removeRow: 'Remove row',
    removeColumn: 'Remove column',
    removeTable: 'Remove table',
  },
};
