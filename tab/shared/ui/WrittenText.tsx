import { late } from './late.tsx';

const markdown = late(() => import('./Markdown.tsx').then((file) => file.Markdown), { rows: 4 });

/** A text in Markdown; what turns it into a page comes when it is first needed. */
export const WrittenText = ({ text }: { text: string }) => <markdown.Part text={text} />;
