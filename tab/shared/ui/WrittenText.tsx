import { late } from './late.tsx';

const markdown = late(() => import('./Markdown.tsx').then((file) => file.Markdown), { rows: 4 });

/**
 * A text in Markdown; its renderer is loaded when first needed. `paragraph`: the one to scroll to, counted from 0 as in
 * search.
 */
export const WrittenText = (props: { text: string; paragraph?: number | undefined }) => <markdown.Part {...props} />;
