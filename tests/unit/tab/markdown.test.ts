import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../tab/shared/ui/render-markdown.ts';
import { endless, filled } from './endless-texts.ts';

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

  it('shows a table as one that can be scrolled by keyboard, with nothing in its cells that runs', () => {
    const html = renderMarkdown('| Hvem | Ansvar |\n| --- | --- |\n| Byrådet | Godkender **politikken** <b>x</b> |');
    expect(html).toContain('<div data-part="markdown-table" tabindex="0"><table>');
    expect(html).toContain('<th>Ansvar</th>');
    expect(html).toContain('<td>Godkender <strong>politikken</strong> &lt;b&gt;x&lt;/b&gt;</td>');
    expect(html).not.toContain('|');
  });
});

it.each(endless)('a text of nothing but %j is shown', (part) => {
  const html = renderMarkdown(filled(part));
  expect(html).not.toBe('');
  expect(html).not.toContain('<script');
});

it('what nobody wrote to be read stands as it was written', () => {
  expect(renderMarkdown('>'.repeat(50_000))).toBe(`<p data-part="as-written">${'&gt;'.repeat(50_000)}</p>`);
  expect(renderMarkdown(`${'['.repeat(2_000)}<script>alert("1")</script>`)).toContain(
    '&lt;script&gt;alert(&quot;1&quot;)',
  );
  const indented = Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- punkt`).join('\n');
  expect(renderMarkdown(indented)).toContain('data-part="as-written"');
});

it('a long policy, a list of 300 entries and lists within lists are Markdown', () => {
  const policy = Array.from(
    { length: 300 },
    (_, at) => `## ${at}. Afsnit\n\n${'Adgang gives **kun** efter behov (se [bilag](https://x.dk)). '.repeat(2)}`,
  );
  expect(renderMarkdown(policy.join('\n\n'))).not.toContain('as-written');
  expect(renderMarkdown('- punkt med *ord*\n'.repeat(300)).match(/<li>/g)).toHaveLength(300);
  const nested = Array.from({ length: 10 }, (_, level) => `${'  '.repeat(level)}- punkt`).join('\n');
  expect(renderMarkdown(nested).match(/<ul>/g)).toHaveLength(10);
});

describe('what people write beside CommonMark', () => {
  it('is shown as it is meant: struck out, ticked, and an address one can press', () => {
    expect(renderMarkdown('~~Ring til 112~~')).toBe('<p><del>Ring til 112</del></p>');
    expect(renderMarkdown('- [x] Låst\n- [ ] Lukket')).toBe('<ul>\n<li>☑ Låst</li>\n<li>☐ Lukket</li>\n</ul>');
    expect(renderMarkdown('Se www.ishoj.example')).toContain('<a href="http://www.ishoj.example">');
    expect(renderMarkdown('javascript:alert(1) og ~~<script>~~')).not.toMatch(/<script|href/);
  });
});
