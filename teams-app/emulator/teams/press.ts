import { adaptiveCardType, isRecord } from './activity-content.ts';
import { executeActivity, submitActivity, type Activity, type ActivityScene } from './activities.ts';
import type { BotAnswer } from './bot-client.ts';
import { actionsOf, type CardAction, type Json } from './card-tree.ts';
import type { ChatMessage } from './chat-store.ts';

/** A press on a card's button, by `title` or `index`; absent inputs have the card's values. */
export interface Press {
  messageId: string;
  /** The card as the person's client shows it, e.g. an earlier version of the message's; absent, the message's own. */
  card?: Json;
  title?: string;
  index?: number;
  inputs?: Readonly<Record<string, string>>;
  /** Sends the `Action.Submit` fallback of an `Action.Execute`, like an old client. */
  fallback?: boolean;
}

/** What the person sees after the press. */
export interface PressAnswer {
  /** The bot's inner status; the HTTP status without one. */
  status: number;
  /** The bot's answer type, or `openUrl`, `submit`, `showCard`, `unreachable`. */
  type: string;
  value?: unknown;
  /** The new card. */
  card?: Json;
}

/** An impossible press: no such message or button, or a missing input. */
export class PressRefused extends Error {
  override readonly name = 'PressRefused';
}

/** The pressed button. @throws PressRefused */
export function actionPressed(message: ChatMessage | undefined, press: Press): CardAction {
  if (!message) throw new PressRefused(`The chat has no message ${press.messageId}.`);
  const card = press.card ?? message.card;
  if (!card) throw new PressRefused(`Message ${press.messageId} has no card.`);
  const actions = actionsOf(card);
  const wanted = press.title?.trim().toLowerCase();
  const found =
    press.index === undefined
      ? actions.find(({ title }) => title.trim().toLowerCase() === wanted)
      : actions[press.index];
  if (found) return found;
  const titles = actions.map(({ title }) => `"${title}"`).join(', ') || 'none';
  throw new PressRefused(`The card has no action ${press.title ?? press.index ?? ''}. It has: ${titles}.`);
}

/** Data and inputs merged like Teams: inputs win. @throws PressRefused when a required input is empty */
export function dataOf({ action, inputs }: CardAction, given: Readonly<Record<string, string>>): Json {
  const data = isRecord(action['data']) ? action['data'] : {};
  if (action['associatedInputs'] === 'none') return { ...data };
  const values: Json = {};
  for (const input of inputs) {
    const value = given[input.id] ?? input.value;
    if (input.required && value === '') throw new PressRefused(`The input "${input.id}" must be filled in.`);
    // Clients omit empty inputs, except toggles.
    if (value !== '' || given[input.id] !== undefined) values[input.id] = value;
  }
  return { ...data, ...values };
}

const optionalText = (action: Json, name: 'id' | 'title' | 'verb') =>
  typeof action[name] === 'string' ? { [name]: action[name] } : {};

/** The activity of a press, or the client's own act. */
export function activityOf(
  scene: ActivityScene,
  press: Press,
  found: CardAction,
): { activity: Activity; kind: 'execute' | 'submit' } | PressAnswer {
  const fallback = found.action['fallback'];
  const action = press.fallback && isRecord(fallback) ? fallback : found.action;
  const type = action['type'];
  if (type === 'Action.OpenUrl') return { status: 200, type: 'openUrl', value: action['url'] };
  if (type === 'Action.ShowCard' || type === 'Action.ToggleVisibility') return { status: 200, type: 'showCard' };
  const data = dataOf({ ...found, action }, press.inputs ?? {});
  if (type === 'Action.Submit') return { activity: submitActivity(scene, press.messageId, data), kind: 'submit' };
  if (type !== 'Action.Execute') throw new PressRefused(`Teams knows no action ${String(type)}.`);
  const named = { ...optionalText(action, 'id'), ...optionalText(action, 'title'), ...optionalText(action, 'verb') };
  return { activity: executeActivity(scene, press.messageId, { ...named, data }), kind: 'execute' };
}

/**
 * Parses an invoke's answer like the Teams client: HTTP must be 200, then only the inner status counts, and only the
 * documented form is accepted.
 */
export function readInvokeAnswer({ status, body }: BotAnswer): PressAnswer {
  if (status !== 200) return { status, type: 'unreachable', value: body };
  if (!isRecord(body) || typeof body['statusCode'] !== 'number' || typeof body['type'] !== 'string') {
    return { status: 500, type: 'unreachable', value: 'The answer has no statusCode and type.' };
  }
  const answer = { status: body['statusCode'], type: body['type'], value: body['value'] };
  if (answer.status === 200 && answer.type === adaptiveCardType) {
    return isRecord(answer.value) ? { ...answer, card: answer.value } : { ...answer, type: 'unreachable' };
  }
  return answer;
}
