import { lazy, Suspense } from 'react';
import { Skeleton } from '../shared/ui/Skeleton.tsx';

const Markdown = lazy(() => import('./Markdown.tsx').then((file) => ({ default: file.Markdown })));

/** The policy's text; what turns Markdown into a page comes when it is first needed. */
export const PolicyText = ({ text }: { text: string }) => (
  <Suspense fallback={<Skeleton rows={4} />}>
    <Markdown text={text} />
  </Suspense>
);
