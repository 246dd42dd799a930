import { micromark } from 'micromark';
import { renderCard, type CardAct } from './card-view.ts';
import { control, type Message, type PressAnswer } from './control-client.ts';
import type { Desk } from './desk-state.ts';
import { h, icon } from './dom.ts';

export interface MessageView {
  element: HTMLElement;
  /** Changes whenever the message must be redrawn. */
  key: string;
}
export interface MessageParts {
  desk: Desk;
  personId: string;
  openLink(url: string): void;
  /** Reloads the chat after a press. */
  refresh(): Promise<void>;
}

export const keyOf = (message: Message, desk: Desk): string =>
  [message.id, message.updatedAt ?? '', desk.state.language].join('|');

export function createMessageView(message: Message, parts: MessageParts): MessageView {
  const { desk } = parts;
  const own = message.from === 'person';
  const note = h('p', { class: 'card-note', role: 'status' });
  const card = message.card ? cardOf(message, parts, note) : undefined;
  const bubble = h('div', { class: own ? 'bubble own' : 'bubble' }, [
    message.text ? textOf(message.text) : undefined,
    card,
  ]);
  const element = h('article', { class: own ? 'message own' : 'message', 'data-id': message.id }, [
    !own && h('span', { class: 'bot-picture', 'aria-hidden': 'true' }, [icon('wheel')]),
    h('div', { class: 'message-body' }, [h('div', { class: 'message-head' }, [headOf(message, desk)]), bubble, note]),
  ]);
  return { element, key: keyOf(message, desk) };
}

function headOf(message: Message, desk: Desk): string {
  const texts = desk.texts();
  const at = new Date(message.at).toLocaleString(desk.locale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  });
  const who = message.from === 'person' ? texts.you : desk.host.appName;
  const marks = [message.rings && texts.rang, message.updatedAt !== null && texts.edited].filter(Boolean);
  return [who, at, ...marks].join(' · ');
}

function textOf(text: string): HTMLElement {
  const element = h('div', { class: 'message-text' });
  // Micromark escapes markup in the text.
  element.innerHTML = micromark(text.replaceAll('\n', '  \n'));
  return element;
}

function cardOf(message: Message, parts: MessageParts, note: HTMLElement): HTMLElement {
  const texts = parts.desk.texts();
  const element = h('div', { class: 'card' });
  const rendered = renderCard(message.card ?? {}, (act) => void onAct(act));
  element.append(rendered ?? h('p', { class: 'card-missing' }, [texts.cannotShow]));

  async function onAct(act: CardAct): Promise<void> {
    if (act.kind === 'open') return parts.openLink(act.url);
    if (element.getAttribute('aria-busy') === 'true') return;
    busy(true);
    tellNote(texts.sending, 'busy');
    try {
      const answer = await control.press(parts.personId, message, act.index, act.inputs);
      const [text, tone] = noteOf(answer, parts.desk);
      tellNote(text, tone);
      await parts.refresh();
    } catch (error) {
      tellNote(error instanceof Error ? error.message : texts.wentWrong, 'bad');
    } finally {
      busy(false);
    }
  }

  function busy(yes: boolean): void {
    element.setAttribute('aria-busy', String(yes));
    for (const button of element.querySelectorAll('button')) button.disabled = yes;
  }
  function tellNote(text: string, tone: string): void {
    note.textContent = text;
    note.dataset['tone'] = tone;
  }
  return element;
}

/** Teams' note under the card, by the bot's answer. */
function noteOf(answer: PressAnswer, desk: Desk): [string, string] {
  const texts = desk.texts();
  if (answer.type === 'unreachable') return [texts.unreachableApp, 'bad'];
  if (answer.card || answer.type === 'submit') return ['', 'good'];
  if (answer.type === 'application/vnd.microsoft.activity.message') {
    return [typeof answer.value === 'string' ? answer.value : texts.answered, 'good'];
  }
  if (answer.status >= 400) {
    const value = answer.value as { message?: unknown } | null;
    return [typeof value?.message === 'string' ? value.message : texts.wentWrong, 'bad'];
  }
  return [texts.answered, 'good'];
}
