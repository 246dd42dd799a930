import { useMemo, type MouseEvent } from 'react';
import { openLink } from '../../teams/host.ts';
import { renderMarkdown } from './render-markdown.ts';
import './Markdown.css';

/** Links leave through Teams, which knows how each of its clients opens them. */
function followLink(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  if (/^(https?|mailto):/.test(link.href)) openLink(link.href);
}

export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => renderMarkdown(text), [text]);
  return <div className="markdown" onClick={followLink} dangerouslySetInnerHTML={{ __html: html }} />;
}
