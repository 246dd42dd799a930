import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { loadTexts } from '../texts/texts.ts';
import type { EditorProps } from './Editor.tsx';

const keptAs = 'sikkerhedshjulet.writing.plain';

function isKept(): boolean {
  try {
    return localStorage.getItem(keptAs) === '1';
  } catch {
    return false;
  }
}

function keep(plain: boolean): void {
  try {
    if (plain) localStorage.setItem(keptAs, '1');
    else localStorage.removeItem(keptAs);
  } catch {
    // Blocked: applies to this page only.
  }
}

let there: ComponentType<EditorProps> | undefined;
const fetched = async () => {
  await loadTexts('writing');
  const { Editor } = await import('./Editor.tsx');
  return (there = Editor);
};

/** The editor with its texts, loaded on first use; whether it is wanted; and whether loading failed. */
export function usePlainText() {
  const [editor, setEditor] = useState(() => there);
  const [isLost, setLost] = useState(false);
  const [isPlain, setPlain] = useState(isKept);
  useEffect(() => {
    fetched().then(
      (file) => setEditor(() => file),
      () => setLost(true),
    );
  }, []);
  const choose = useCallback((plain: boolean) => {
    keep(plain);
    setPlain(plain);
  }, []);
  return { editor, isLost, isPlain, setPlain: choose };
}
