import * as AC from 'adaptivecards';
import { z } from 'zod';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';

const action = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  fallback: z.looseObject({ type: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
});
const card = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.string(),
  lang: z.string().optional(),
  speak: z.string().optional(),
  fallbackText: z.string().optional(),
  body: z.array(z.looseObject({ type: z.string() })).min(1),
  actions: z.array(action),
});

const elements = new Set(['TextBlock', 'FactSet', 'Container', 'Input.Text', 'ActionSet']);
const buttons = new Set(['Action.Execute', 'Action.OpenUrl']);
const idOnly = /^[\w.-]{1,200}$/;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value), 'utf8');

/**
 * Problems of a message: by the official parser of Adaptive Cards, and by the rules of Teams and the project. Empty
 * when valid.
 */
export function lintCard(message: ChatMessage): string[] {
  const problems = parserProblems(message.card);
  const parsed = card.safeParse(message.card);
  if (!parsed.success) return [...problems, `not a card: ${parsed.error.message}`];
  const { version, speak, fallbackText, actions, lang } = parsed.data;
  const say = (wrong: boolean, problem: string) => void (wrong && problems.push(problem));
  say(version !== '1.5', `version ${version}`);
  say(bytes(message.card) > 24 * 1024, `${bytes(message.card)} bytes`);
  say(message.summary.trim() === '' || message.summary.length > 250, 'summary missing or long');
  say(/[{}]/.test(message.summary), 'summary has an unfilled text');
  say(!speak || !fallbackText, 'no speak or fallbackText');
  say(lang !== 'da' && lang !== 'en', 'no language');
  say(actions.length < 1 || actions.length > 3, `${actions.length} buttons`);
  say(!actions.some(({ url }) => url?.startsWith('https://teams.microsoft.com/l/entity/')), 'no deep link');
  for (const one of buttonsIn(message.card)) problems.push(...actionProblems(one));
  walk(message.card, (node) => problems.push(...elementProblems(node)));
  return problems;
}

function parserProblems(json: unknown): string[] {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  // The parser's pattern for `lang` is stateful and refuses every other card.
  parsed.parse(typeof json === 'object' ? { ...json, lang: undefined } : json, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function actionProblems({ type, title, url, verb, data, fallback }: z.output<typeof action>): string[] {
  const problems: string[] = [];
  if (!buttons.has(type)) problems.push(`button ${type}`);
  if (!title || title.length > 60 || /[{}]|^(approvalCards|bot|cards|kinds|reminderCards)\./.test(title))
    problems.push(`button title ${title}`);
  if (url !== undefined && (url.length > 1900 || !URL.canParse(url))) problems.push(`link of ${url.length}`);
  if (type !== 'Action.Execute') return problems;
  if (!verb || !/^[a-z]+(\.[a-zA-Z]+)+$/.test(verb)) problems.push(`verb ${verb}`);
  for (const [name, value] of Object.entries(data ?? {}))
    if (typeof value !== 'string' || !idOnly.test(value)) problems.push(`data ${name} is no id`);
  const { msteams: _, verb: sameVerb, ...sameData } = fallback?.data ?? {};
  if (fallback?.type !== 'Action.Submit' || sameVerb !== verb || JSON.stringify(sameData) !== JSON.stringify(data))
    problems.push('fallback is not the same button');
  return problems;
}

function elementProblems(node: Readonly<Record<string, unknown>>): string[] {
  const { type, text, wrap } = node;
  if (typeof type !== 'string' || type.startsWith('Action.') || type === 'AdaptiveCard') return [];
  if (!elements.has(type)) return [`element ${type}`];
  if (type === 'Input.Text') return inputProblems(node);
  if (type === 'ActionSet')
    return Array.isArray(node['actions']) && node['actions'].length > 2 ? ['a row of buttons'] : [];
  if (type !== 'TextBlock') return [];
  const problems: string[] = [];
  if (typeof text !== 'string' || text.trim() === '') problems.push('empty text');
  else if (/\{\{|^(approvalCards|approvals|bot|cards|errors|kinds|reminderCards|roles)\.\w+/.test(text))
    problems.push(`unfilled text ${text}`);
  if (wrap !== true) problems.push('text does not wrap');
  return problems;
}

function inputProblems({ id, label, maxLength }: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  if (typeof id !== 'string' || !/^[a-z][A-Za-z]*$/.test(id)) problems.push(`input id ${String(id)}`);
  if (typeof label !== 'string' || label.trim() === '' || /[{}]/.test(label)) problems.push('input without a label');
  if (typeof maxLength !== 'number') problems.push('input without a limit');
  return problems;
}

function walk(value: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) return value.forEach((each) => walk(each, visit));
  if (typeof value !== 'object' || value === null) return;
  visit(value as Record<string, unknown>);
  for (const each of Object.values(value)) walk(each, visit);
}

/** Texts of a card's body, as Markdown; titles of buttons are plain text and not included. */
export function textsOf(message: ChatMessage): string[] {
  const texts: string[] = [];
  walk(card.parse(message.card).body, (node) => {
    if (typeof node['type'] === 'string' && node['type'].startsWith('Action.')) return;
    for (const field of ['text', 'title', 'value'] as const) {
      const text = node[field];
      if (typeof text === 'string') texts.push(text);
    }
  });
  return texts;
}

/** Every button of a card, those in its body first. */
export function buttonsIn(json: unknown): z.output<typeof action>[] {
  const { body, actions } = card.parse(json);
  const inBody = body.flatMap((one) => z.looseObject({ actions: z.array(action).default([]) }).parse(one).actions);
  return [...inBody, ...actions];
}

/** Titles of the buttons. */
export const buttonsOf = (message: ChatMessage): string[] => buttonsIn(message.card).map(({ title }) => title ?? '');
