import { facetInWords, internalName, type ListDefinition } from '../../../api/sharepoint/index.ts';

/** `docs/lists.md`: every list with its columns, as provisioned. */
export function listsPage(definitions: readonly ListDefinition<{ key: string }>[]): string {
  const sections = definitions
    .toSorted(byName)
    .map(({ name, describe, columns }) =>
      [
        `## ${name}`,
        '',
        describe,
        '',
        ...table([
          ['column', 'type', 'may be empty', 'meaning'],
          ['`Key`', 'text, 255', '', 'Unique key of the record'],
          ...Object.entries(columns).map(([field, column]) => [
            `\`${internalName(field, column)}\``,
            facetInWords(column.facet),
            column.optional ? 'yes' : '',
            column.describe,
          ]),
        ]),
      ].join('\n'),
    );
  return [
    '# Lists',
    '',
    'Written by `npm run isms -- lists-docs` from the declarations (`*-list.ts`). Every list has a unique, indexed `Key`;',
    'nothing is ever filtered or sorted in SharePoint by any other column.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'en');

/** A Markdown table in Prettier's form: columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = (escaped[0] ?? []).map((_, place) =>
    Math.max(3, ...escaped.map((row) => [...(row[place] ?? '')].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, place) => cell + ' '.repeat((widths[place] ?? 0) - [...cell].length)).join(' | ')} |`;
  const [head = [], ...body] = escaped;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)];
}
