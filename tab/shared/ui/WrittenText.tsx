import { loadTexts } from '../texts/texts.ts';
import { late } from './late.tsx';

/** With the words that say to an English reader that a text is Danish. */
async function load() {
  const words = document.documentElement.lang === 'da' ? undefined : loadTexts('writing');
  const [{ Markdown }] = await Promise.all([import('./Markdown.tsx'), words]);
  return Markdown;
}

const markdown = late(load, { rows: 4 });

/**
 * A text in Markdown; its renderer is loaded when first needed. `paragraph`: the one to scroll to, counted from 0 as in
 * search.
 */
export const WrittenText = (props: { text: string; paragraph?: number | undefined }) => <markdown.Part {...props} />;
