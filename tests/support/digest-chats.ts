import { z } from 'zod';
import type { LocalDate } from '../../api/kernel/index.ts';
import type { JourneyWorld, WorldPerson } from './world.ts';

const action = z.looseObject({
  type: z.string(),
  title: z.string(),
  verb: z.string().optional(),
  data: z.record(z.string(), z.string()).optional(),
});
const block = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  weight: z.string().optional(),
  actions: z.array(action).default([]),
});
const cardShape = z.looseObject({ body: z.array(block), actions: z.array(action) });

/** A reminder card in a chat. */
export interface DigestInChat {
  person: WorldPerson;
  messageId: string;
  at: string;
  summary: string;
  /** All words of the body. */
  text: string;
  /** What is owed: the bold text. */
  bold: string[];
  buttons: string[];
  /** Acting buttons, with their data. */
  acts: { title: string; verb: string; data: Record<string, string> }[];
}

/** Reads the emulator's chats: new messages since the last call, by recipient. */
export function chatReader(world: JourneyWorld, people: () => readonly WorldPerson[]) {
  const { teams } = world.desk.world!;
  const seen = new Map<string, { version: number; messages: Set<string> }>();

  const read = (person: WorldPerson, messageId: string): DigestInChat => {
    const message = teams.chat(person.id).messages.find(({ id }) => id === messageId);
    const { body, actions: below } = cardShape.parse(message?.card);
    const actions = [...body.flatMap((one) => one.actions), ...below];
    return {
      person,
      messageId,
      at: message?.at ?? '',
      summary: message?.summary ?? '',
      text: body.map(({ text }) => text ?? '').join('\n'),
      bold: body.slice(1).flatMap(({ text, weight }) => (weight === 'Bolder' && text !== undefined ? [text] : [])),
      buttons: actions.map(({ title }) => title),
      acts: actions.flatMap(({ title, verb, data }) => (verb !== undefined && data ? [{ title, verb, data }] : [])),
    };
  };
  return {
    read,
    /** The bot's new messages with a card, except welcomes. */
    news(): DigestInChat[] {
      return people().flatMap((person) => {
        const known = seen.get(person.id) ?? { version: -1, messages: new Set() };
        seen.set(person.id, known);
        const version = teams.version(person.id);
        if (version === known.version) return [];
        known.version = version;
        const fresh = teams
          .chat(person.id)
          .messages.filter((message) => message.from === 'bot' && !known.messages.has(message.id) && message.card);
        for (const { id } of fresh) known.messages.add(id);
        return fresh
          .filter(({ summary }) => summary?.startsWith('Velkommen') !== true)
          .map(({ id }) => read(person, id));
      });
    },
  };
}

/** Whether a card is the day's digest: by its acts' day, and its text. */
export const isDigest = ({ summary, acts }: DigestInChat, day: LocalDate): boolean =>
  acts.some(({ data }) => data['day'] === day) ||
  /^(Du har \d+ opgave|Dit kursus|You have \d+ information security task|Your course)|over tiden$|overdue(?: tasks?)?$/.test(
    summary,
  );

/** Whether a card asks for a decision, or reports one: sent at once, so no reminder. */
export const isAboutDecision = ({ summary, acts }: DigestInChat): boolean =>
  acts.some(({ verb }) => /^(approval|agenda)\./.test(verb)) ||
  /^(Til godkendelse|Godkendt|Din sag er|Kan ikke godkendes|Du skal ikke stemme|Dagsorden til)/.test(summary);
