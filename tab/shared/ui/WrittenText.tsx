import { late } from './late.tsx';

const markdown = late(() => import('./Markdown.tsx').then((file) => file.Markdown), { rows: 4 });

/**
 * A text in Markdown; what turns it into a page comes when it is first needed. `paragraph`: the one to begin at, counted
 * from 0 as a search counts them.
 */
export const WrittenText = (props: { text: string; paragraph?: number | undefined }) => <markdown.Part {...props} />;
