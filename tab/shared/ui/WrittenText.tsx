import type { ComponentType } from 'react';
import { loadTexts } from '../texts/texts.ts';
import { late } from './late.tsx';

const isReadInDanish = () => document.documentElement.lang === 'da';

/** With the words that say to an English reader that a text is Danish. */
async function load() {
  const words = isReadInDanish() ? undefined : loadTexts('writing');
  const [{ Markdown }] = await Promise.all([import('./Markdown.tsx'), words]);
  return Markdown;
}

/** Left out where it cannot be had: a plan is read without a network, too. */
async function loadLine(): Promise<ComponentType<{ text: string }>> {
  try {
    const [{ InDanish }] = await Promise.all([import('./InDanish.tsx'), loadTexts('writing')]);
    return InDanish;
  } catch {
    return () => null;
  }
}

const markdown = late(load, { rows: 4 });
const line = late(loadLine, { rows: 1 });

/**
 * A text in Markdown; its renderer is loaded when first needed. `paragraph`: the one to scroll to, counted from 0 as in
 * search.
 */
export const WrittenText = (props: { text: string; paragraph?: number | undefined }) => <markdown.Part {...props} />;

/** The same line where a text is not in Markdown: above a plan, below a course. */
export const InDanishLine = (props: { text: string }) => (isReadInDanish() ? null : <line.Part {...props} />);
