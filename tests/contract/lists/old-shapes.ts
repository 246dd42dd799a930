/** The columns of a recorded shape as Graph shows and takes them. */
export const columnsOfShape = (columns: Readonly<Record<string, string>>): { name: string }[] =>
  Object.entries(columns)
    .filter(([name]) => name !== 'Title')
    .map(([name, described]) => ({
      name,
      ...facetOf(described.replace(/ \?$/, '')),
      ...(name === 'Key' ? { indexed: true, enforceUniqueValues: true } : {}),
    }));

function facetOf(described: string): Record<string, unknown> {
  if (described === 'many lines') return { text: { allowMultipleLines: true, textType: 'plain' } };
  if (described.startsWith('text, ')) return { text: { maxLength: Number(described.slice('text, '.length)) } };
  if (described.startsWith('choice: '))
    return { choice: { choices: described.slice('choice: '.length).split(', '), displayAs: 'dropDownMenu' } };
  return { [described]: {} };
}
