import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import * as tables from 'prosemirror-tables';
import { schema } from './schema.ts';

export type Act =
  | 'bold'
  | 'italic'
  | 'bulletList'
  | 'orderedList'
  | 'indent'
  | 'outdent'
  | 'quote'
  | 'table'
  | 'undo'
  | 'redo'
  | TableAct;
export type TableAct = 'rowAbove' | 'rowBelow' | 'columnAfter' | 'removeRow' | 'removeColumn' | 'removeTable';

const mark = (name: string): MarkType => schema.marks[name] ?? fail(name);
const node = (name: string): NodeType => schema.nodes[name] ?? fail(name);
const fail = (name: string): never => {
  throw new Error(`The schema has no ${name}`);
};

/** Whether the cursor is within a node of this kind. */
export function isWithin({ selection: { $from } }: EditorState, name: string): boolean {
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name).includes(name);
}

/** The innermost list around the cursor. */
function listAt({ selection: { $from } }: EditorState): string | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name.endsWith('_list')) return $from.node(depth).type.name;
  return undefined;
}

/** Makes a list, changes its kind, or removes it when of that kind. */
const toggleList =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const now = listAt(state);
    if (now === undefined) return wrapInList(node(name))(state, dispatch);
    if (now === name) return liftListItem(node('list_item'))(state, dispatch);
    const { $from } = state.selection;
    const depth = Array.from({ length: $from.depth }, (_, at) => $from.depth - at).find(
      (at) => $from.node(at).type.name === now,
    );
    if (depth !== undefined) dispatch?.(state.tr.setNodeMarkup($from.before(depth), node(name)));
    return depth !== undefined;
  };

const rows = 3;
const columns = 2;
const insertTable: Command = (state, dispatch) => {
  if (isWithin(state, 'table') || isWithin(state, 'code_block')) return false;
  const cell = (name: string) => node(name).createAndFill();
  const row = (name: string) =>
    node('table_row').create(null, Array.from({ length: columns }, () => cell(name) ?? []).flat());
  const table = node('table').create(
    null,
    Array.from({ length: rows }, (_, at) => row(at === 0 ? 'table_header' : 'table_cell')),
  );
  if (dispatch) {
    const change = state.tr.replaceSelectionWith(table);
    const from = change.mapping.map(state.selection.from, -1);
    dispatch(
      change
        .setSelection(TextSelection.near(change.doc.resolve(Math.min(from + 1, change.doc.content.size))))
        .scrollIntoView(),
    );
  }
  return true;
};

/** A row above the headings is impossible: Markdown's first row is the heading, so it goes below. */
const rowAbove: Command = (state, dispatch) =>
  isWithin(state, 'table_header') ? tables.addRowAfter(state, dispatch) : tables.addRowBefore(state, dispatch);
const removeRow: Command = (state, dispatch) => !isWithin(state, 'table_header') && tables.deleteRow(state, dispatch);

export const acts: Readonly<Record<Act, Command>> = {
  bold: toggleMark(mark('strong')),
  italic: toggleMark(mark('em')),
  bulletList: toggleList('bullet_list'),
  orderedList: toggleList('ordered_list'),
  indent: sinkListItem(node('list_item')),
  outdent: liftListItem(node('list_item')),
  quote: (state, dispatch) => (isWithin(state, 'blockquote') ? lift : wrapIn(node('blockquote')))(state, dispatch),
  table: insertTable,
  undo,
  redo,
  rowAbove,
  rowBelow: tables.addRowAfter,
  columnAfter: tables.addColumnAfter,
  removeRow,
  removeColumn: tables.deleteColumn,
  removeTable: tables.deleteTable,
};

/** 0 is a paragraph. */
export const setHeading = (level: number): Command =>
  level === 0 ? setBlockType(node('paragraph')) : setBlockType(node('heading'), { level });

export interface Status {
  heading: number;
  on: ReadonlySet<Act>;
  can: ReadonlySet<Act>;
  inTable: boolean;
  inList: boolean;
  /** Target of the link at the cursor. */
  link: string | undefined;
  hasWords: boolean;
}

/** Toolbar state at the cursor. */
export function statusOf(state: EditorState): Status {
  const { $from, from, to, empty } = state.selection;
  const has = (name: string) =>
    empty
      ? mark(name).isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, mark(name));
  const list = listAt(state);
  const on: (readonly [Act, boolean])[] = [
    ['bold', has('strong')],
    ['italic', has('em')],
    ['bulletList', list === 'bullet_list'],
    ['orderedList', list === 'ordered_list'],
    ['quote', isWithin(state, 'blockquote')],
  ];
  const names: Act[] = ['indent', 'outdent', 'table', 'removeRow'];
  return {
    heading: $from.parent.type.name === 'heading' ? Number($from.parent.attrs['level']) : 0,
    on: new Set(on.flatMap(([act, is]) => (is ? [act] : []))),
    can: new Set<Act>([
      ...names.filter((act) => acts[act](state)),
      ...(undoDepth(state) > 0 ? (['undo'] as const) : []),
      ...(redoDepth(state) > 0 ? (['redo'] as const) : []),
    ]),
    inTable: isWithin(state, 'table'),
    inList: list !== undefined,
    link: linkAt(state)?.address,
    hasWords: !empty,
  };
}

/** The link at the cursor with its text. */
function linkAt({ selection: { $from }, doc }: EditorState): { address: string; from: number; to: number } | undefined {
  const found = mark('link').isInSet($from.marks()) ?? mark('link').isInSet($from.nodeAfter?.marks ?? []);
  if (!found) return undefined;
  const start = $from.start();
  let range: { from: number; to: number } | undefined;
  $from.parent.forEach((child, offset) => {
    const [from, to] = [start + offset, start + offset + child.nodeSize];
    if (!found.isInSet(child.marks)) return;
    if (range?.to === from) range.to = to;
    else if (!range || range.to < $from.pos) range = { from, to };
  });
  return range && range.from <= $from.pos && range.to >= $from.pos && doc
    ? { address: String(found.attrs['address']), ...range }
    : undefined;
}

/** Links the selection, the link at the cursor or, with neither, the address itself; '' removes the link. */
export const setLink =
  (address: string): Command =>
  (state, dispatch) => {
    const at = linkAt(state);
    const [from, to] = state.selection.empty && at ? [at.from, at.to] : [state.selection.from, state.selection.to];
    const change = state.tr.removeMark(from, to, mark('link'));
    if (address !== '' && from === to) change.insert(from, schema.text(address, [mark('link').create({ address })]));
    else if (address !== '') change.addMark(from, to, mark('link').create({ address }));
    dispatch?.(change);
    return true;
  };
