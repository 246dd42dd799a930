import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { acts, isWithin, setHeading } from './acts.ts';
import { schema } from './schema.ts';

const { list_item, hard_break, heading, bullet_list, ordered_list, blockquote } = schema.nodes;

/** Line break in a paragraph. A cell, a heading and code have none. */
const breakLine: Command = (state, dispatch) => {
  if (!hard_break || isWithin(state, 'table') || isWithin(state, 'heading')) return true;
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
};

/** Enter in a table moves to the next cell, since a cell is one line. */
const nextCell: Command = (state, dispatch) => isWithin(state, 'table') && (goToNextCell(1)(state, dispatch) || true);

/** Markdown shortcuts at the start of a line. */
const typed = () =>
  inputRules({
    rules: [
      ...(heading
        ? [textblockTypeInputRule(/^(#{1,3})\s$/, heading, ([, marks = '']) => ({ level: marks.length }))]
        : []),
      ...(bullet_list ? [wrappingInputRule(/^\s*[-*]\s$/, bullet_list)] : []),
      ...(ordered_list ? [wrappingInputRule(/^1[.)]\s$/, ordered_list)] : []),
      ...(blockquote ? [wrappingInputRule(/^>\s$/, blockquote)] : []),
    ],
  });

/**
 * Keys as in Word where Word has them; Tab leaves the text, but in a table it moves between cells and out after the
 * last.
 */
export function plugins(openLink: () => void): Plugin[] {
  const link: Command = () => {
    openLink();
    return true;
  };
  const headings = Object.fromEntries([0, 1, 2, 3].map((level) => [`Mod-Alt-${level}`, setHeading(level)]));
  return [
    history(),
    typed(),
    keymap({
      'Mod-z': acts.undo,
      'Mod-y': acts.redo,
      'Shift-Mod-z': acts.redo,
      'Mod-b': acts.bold,
      'Mod-i': acts.italic,
      'Mod-k': link,
      'Mod-Shift-7': acts.orderedList,
      'Mod-Shift-8': acts.bulletList,
      'Mod-Shift-9': acts.quote,
      'Mod-]': acts.indent,
      'Mod-[': acts.outdent,
      ...headings,
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
      'Shift-Enter': chainCommands(exitCode, breakLine),
      Enter: chainCommands(nextCell, list_item ? splitListItem(list_item) : () => false),
      Backspace: (state, dispatch) =>
        state.selection.empty &&
        state.selection.$from.parentOffset === 0 &&
        state.selection.$from.node(-1)?.type === list_item &&
        list_item
          ? liftListItem(list_item)(state, dispatch)
          : false,
    }),
    keymap(baseKeymap),
    tableEditing(),
  ];
}
