import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { openLink } from '../teams/host.ts';
import { goToParagraph } from './go-to-paragraph.ts';
import { InDanish, isForeign } from './InDanish.tsx';
import { renderMarkdown } from './render-markdown.ts';
import styles from './Markdown.module.css';

/** Links open through Teams, as each of its clients requires. */
function followLink(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  if (/^(https?|mailto):/.test(link.href)) openLink(link.href);
}

export function Markdown({ text, paragraph }: { text: string; paragraph?: number | undefined }) {
  const html = useMemo(() => renderMarkdown(text), [text]);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (page.current && paragraph !== undefined) goToParagraph(page.current, text, paragraph);
  }, [text, paragraph]);
  return (
    <>
      <InDanish text={text} />
      <div
        ref={page}
        className={styles.markdown}
        data-part="markdown"
        {...(isForeign(text) ? { lang: 'da' } : {})}
        onClick={followLink}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
}
