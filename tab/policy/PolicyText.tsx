import { late } from '../shared/ui/late.tsx';

const markdown = late(() => import('./Markdown.tsx').then((file) => file.Markdown), { rows: 4 });

/** The policy's text; what turns Markdown into a page comes when it is first needed. */
export const PolicyText = ({ text }: { text: string }) => <markdown.Part text={text} />;
