import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import {
  cardMessage,
  deepLink,
  execute,
  linesOf,
  openUrl,
  paragraph,
  plain,
  shorten,
} from '../../../bot/cards/index.ts';
import { botContext } from './bot-context.ts';
import { lintCard } from './lint-card.ts';

const words = (html: string) =>
  html
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .trim();

describe('plain', () => {
  test.each([
    '**fed** og _kursiv_ og `kode`',
    '[klik her](https://example.org)',
    '# Overskrift',
    '1. punkt',
    '- punkt',
    '> citat',
    '<script>alert(1)</script>',
    '~~streg~~ \\ og {{DATE(2026-11-24T10:00:00Z,SHORT)}}',
    'Åse "Bølle" O’Brien 🙂',
    '![billede](https://example.org/x.png)',
  ])('shows %s as the words that were written', (text) => {
    const html = micromark(plain(text));
    expect(html).not.toMatch(/<(?!\/?p>)/);
    expect(words(html)).toBe(text);
  });

  test('hides a date function from the card renderer', () => {
    expect(plain('{{DATE(2026-11-24T10:00:00Z)}}')).not.toContain('{{');
  });
});

test('shorten never cuts an emoji in two', () => {
  expect(shorten('🙂🙂🙂', 2)).toBe('🙂…');
  expect(shorten('kort', 10)).toBe('kort');
});

test('linesOf leaves empty lines out', () => {
  expect(linesOf('et\r\n\r\n to \n\n\ntre')).toEqual(['et', 'to', 'tre']);
});

describe('deepLink', () => {
  const { context } = botContext();

  test('carries the path as subEntityId', () => {
    const link = new URL(deepLink(context, '/policy'));
    expect(link.href.startsWith(context.organisation.tabLink)).toBe(true);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: '/policy' });
  });

  test('opens the first page instead of a link that Teams on Windows would cut', () => {
    expect(deepLink(context, `/${'x'.repeat(1900)}`)).toBe(`${context.organisation.tabLink}home`);
  });
});

describe('lintCard', () => {
  const { context } = botContext();
  const link = openUrl('Åbn', deepLink(context, '/'));
  const good = cardMessage({
    kind: 'bot.help',
    language: 'da',
    title: 'Titel',
    body: [paragraph('Tekst')],
    actions: [link],
  });

  test('accepts a good card', () => {
    expect(lintCard(good)).toEqual([]);
  });

  test.each([
    ['a newer version', { version: '1.6' }],
    ['an unknown element', { body: [{ type: 'Carousel' }] }],
    ['text that does not wrap', { body: [{ type: 'TextBlock', text: 'x' }] }],
    ['no deep link', { actions: [] }],
    ['four buttons', { actions: [link, link, link, link] }],
    ['too many bytes', { body: [paragraph('å'.repeat(13_000))] }],
    ['words in data', { actions: [link, execute('Tryk', 'policy.acknowledge', { name: 'Anne Holm' })] }],
    [
      'a button without fallback',
      { actions: [link, { type: 'Action.Execute', title: 'Tryk', verb: 'a.b', data: {} }] },
    ],
    ['a text that is only its key', { body: [paragraph('cards.policy.why')] }],
  ])('finds %s', (_, change) => {
    expect(lintCard({ ...good, card: { ...(good.card as object), ...change } })).not.toEqual([]);
  });
});
