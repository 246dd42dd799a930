import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../tab/shared/ui/render-markdown.ts';

describe('renderMarkdown', () => {
  it('shows raw HTML as text', () => {
    const html = renderMarkdown('Før <b onclick="x()">fed</b>\n\n<script>alert(1)</script>');
    expect(html).not.toMatch(/<(script|b)\b/);
    expect(html).toContain('&lt;script&gt;');
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'makes a link to %s harmless',
    (target) => {
      expect(renderMarkdown(`[tryk](${target})`)).toBe('<p><a href="">tryk</a></p>');
    },
  );

  it('keeps ordinary links', () => {
    expect(renderMarkdown('[side](https://ishoj.example/a?b=1)')).toContain('href="https://ishoj.example/a?b=1"');
  });

  it('fetches no picture: its text stands instead', () => {
    expect(renderMarkdown('![logo](https://tracker.example/p.png "t")')).toBe('<p>logo</p>');
    expect(renderMarkdown('![a "quoted" > text](x.png)')).not.toContain('<img');
  });

  it('begins headings below the page’s own', () => {
    expect(renderMarkdown('# A\n\n## B\n\n###### F')).toBe('<h2>A</h2>\n<h3>B</h3>\n<h6>F</h6>');
  });

  it('leaves a text about headings alone', () => {
    expect(renderMarkdown('`<h1>`')).toBe('<p><code>&lt;h1&gt;</code></p>');
  });
});
