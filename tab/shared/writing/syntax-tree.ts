import type { fromMarkdown } from 'mdast-util-from-markdown';

/** The parser's syntax tree, by the names of its documentation. */
export type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
type Of<Type extends RootContent['type']> = Extract<RootContent, { type: Type }>;

export type BlockContent = Of<'blockquote'>['children'][number];
export type PhrasingContent = Of<'paragraph'>['children'][number];
export type List = Of<'list'>;
export type ListItem = List['children'][number];
export type Table = Of<'table'>;
export type TableRow = Table['children'][number];
export type TableCell = TableRow['children'][number];
export type Link = Of<'link'>;
