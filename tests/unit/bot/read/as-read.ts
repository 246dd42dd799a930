import { join } from 'node:path';
import { expect } from 'vitest';
import type { Language } from '../../../../api/kernel/index.ts';
import type { ChatMessage } from '../../../../bot/sending/chat-port.ts';
import { oddIn, textsIn } from '../../../support/odd-sentences.ts';
import { lintCard } from '../lint-card.ts';

/** Approved cards, a file per kind. */
export const approvedFolder = join(import.meta.dirname, 'approved');
export const approvedFile = (kind: string): string => join(approvedFolder, `${kind}.txt`);

/** Records a card, with the events before it. */
export type Look = (when: string, message: ChatMessage) => void;

/**
 * Renders cards in both languages, and compares them with the approved ones. A changed sentence is read again by its
 * author: `npx vitest run tests/unit/bot/read -u`, then read the difference.
 */
export async function readCards(make: (look: Look, language: Language) => Promise<void>): Promise<void> {
  const shown = new Map<string, string[]>();
  for (const language of ['da', 'en'] as const)
    await make((when, message) => {
      // A replaced card is a line without a button.
      if (!message.kind?.endsWith('.replaced')) expect(lintCard(message), when).toEqual([]);
      expect(textsIn(message.card).flatMap(oddIn), when).toEqual([]);
      expect(message.card, when).toMatchObject({ lang: language });
      const kind = message.kind ?? 'none';
      shown.set(kind, [...(shown.get(kind) ?? []), `=== ${language}: ${when}\n\n${asRead(message)}\n`]);
    }, language);
  for (const [kind, cards] of shown) await expect(cards.join('\n')).toMatchFileSnapshot(approvedFile(kind));
}

interface Node {
  type?: string;
  text?: string;
  title?: string;
  label?: string;
  weight?: string;
  style?: string;
  items?: Node[];
  facts?: { title: string; value: string }[];
  actions?: Node[];
}

/** A card as text: watch summary, title, lines, fields and buttons. */
export function asRead({ summary, card }: ChatMessage): string {
  const { body = [], actions = [] } = card as { body?: Node[]; actions?: Node[] };
  const lines = [`(watch) ${summary}`, '', ...body.flatMap(linesOf), ...buttonsIn(actions)];
  return lines.join('\n').replaceAll('\u200b', '').replaceAll('\u00a0', ' ');
}

const plain = (text = ''): string =>
  text.replaceAll(/\[([^\]]+)\]\((?:https|tel):[^)]*\)/g, '<$1>').replaceAll(/\\([\\`*_[\]~<#>+-])/g, '$1');

function linesOf({ type, text, label, weight, style, items = [], facts = [], actions = [] }: Node): string[] {
  switch (type ?? 'nothing') {
    case 'TextBlock':
      if (style === 'heading') return [`# ${plain(text)}`];
      return [weight === 'Bolder' ? `**${plain(text)}**` : plain(text)];
    case 'FactSet':
      return facts.map(({ title, value }) => `${plain(title)}: ${plain(value)}`);
    case 'Container':
      return items.flatMap(linesOf).map((line) => `| ${line}`);
    case 'Input.Text':
      return [`${label ?? ''} [________]`];
    case 'ActionSet':
      return buttonsIn(actions);
    default:
      return [`${type} is not known here`];
  }
}

const buttonsIn = (actions: readonly Node[]): string[] =>
  actions.length === 0 ? [] : [actions.map(({ title }) => `[${title}]`).join(' ')];
