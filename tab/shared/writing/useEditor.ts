import { Slice } from 'prosemirror-model';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { statusOf, type Status } from './acts.ts';
import { cleanPasted } from './paste.ts';
import { plugins } from './plugins.ts';
import { readMarkdown } from './read-markdown.ts';
import { writtenText, type WrittenText } from './written-text.ts';

/** Pause in typing before the text is serialised: some milliseconds for a long policy. */
const restMilliseconds = 200;

interface Options {
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  openLink: () => void;
  /** The field's ARIA attributes. */
  attributes: Record<string, string>;
}

/** The editor of a Markdown text: its value is always Markdown, also when replaced from outside. */
export function useEditor({ value, onChange, onBlur, openLink, attributes }: Options) {
  const [status, setStatus] = useState<Status>();
  const view = useRef<EditorView | null>(null);
  const place = useRef<HTMLDivElement | null>(null);
  const known = useRef({ text: value, written: undefined as WrittenText | undefined });
  const outside = useRef({ onChange, onBlur, openLink, attributes });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLayoutEffect(() => {
    outside.current = { onChange, onBlur, openLink, attributes };
    view.current?.setProps({ attributes });
  });

  const write = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = view.current && known.current.written?.textOf(view.current.state.doc);
    if (text === undefined || text === null || text === known.current.text) return;
    known.current.text = text;
    outside.current.onChange(text);
  }, []);

  useLayoutEffect(() => {
    if (!place.current) return;
    known.current.written = writtenText(known.current.text);
    const editor = new EditorView(place.current, {
      state: EditorState.create({ doc: known.current.written.doc, plugins: plugins(() => outside.current.openLink()) }),
      attributes: outside.current.attributes,
      transformPastedHTML: cleanPasted,
      clipboardTextParser: (text, $context, plain) =>
        plain ? Slice.maxOpen(readMarkdown(asLines(text)).doc.content) : Slice.maxOpen(readMarkdown(text).doc.content),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n\n', ' '),
      dispatchTransaction(change) {
        editor.updateState(editor.state.apply(change));
        setStatus(statusOf(editor.state));
        if (!change.docChanged || change.getMeta('fromOutside') === true) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(write, restMilliseconds);
      },
      handleDOMEvents: {
        blur: () => {
          write();
          outside.current.onBlur();
          return false;
        },
      },
    });
    view.current = editor;
    setStatus(statusOf(editor.state));
    addEventListener('pagehide', write);
    return () => {
      write();
      removeEventListener('pagehide', write);
      editor.destroy();
      view.current = null;
    };
  }, [write]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || value === known.current.text) return;
    const written = writtenText(value);
    known.current = { text: value, written };
    const { tr } = editor.state;
    editor.dispatch(
      tr
        .replaceWith(0, editor.state.doc.content.size, written.doc.content)
        .setMeta('addToHistory', false)
        .setMeta('fromOutside', true),
    );
  }, [value]);

  /** Runs a command and returns the cursor to the text. */
  const run = useCallback((command: Command) => {
    if (!view.current) return;
    command(view.current.state, view.current.dispatch);
    view.current.focus();
  }, []);
  return { place, status, run, focus: () => view.current?.focus() };
}

/** Pasted as plain text (Ctrl+Shift+V): not parsed as Markdown. */
const asLines = (text: string): string => text.replaceAll(/([\\`*_{}[\]()#+\-.!>|~<&])/g, '\\$1');
