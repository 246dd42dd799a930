import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { isDanish } from '../../../api/texts/is-danish.ts';
import { openLink } from '../teams/host.ts';
import { t } from '../texts/texts.ts';
import { goToParagraph } from './go-to-paragraph.ts';
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
  // What the municipality wrote is not translated.
  const isForeign = document.documentElement.lang !== 'da' && isDanish(text);
  return (
    <>
      {isForeign && <p className="quiet">{t('writing.inDanish')}</p>}
      <div
        ref={page}
        className={styles.markdown}
        data-part="markdown"
        {...(isForeign ? { lang: 'da' } : {})}
        onClick={followLink}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
}
