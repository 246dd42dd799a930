import type { Router } from 'express';
import { z } from 'zod';
import { PressRefused, type Chat, type ChatMessage, type Press } from '../teams/index.ts';
import type { World } from '../world.ts';
import { bodyOf, refuse } from './refuse.ts';

const messageBody = z.strictObject({ text: z.string().trim().min(1).max(4000) });
const pressBody = z
  .strictObject({
    messageId: z.string().min(1),
    card: z.record(z.string(), z.unknown()).optional(),
    title: z.string().min(1).optional(),
    index: z.number().int().min(0).optional(),
    inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).optional(),
    fallback: z.boolean().optional(),
  })
  .refine(({ title, index }) => title !== undefined || index !== undefined, {
    path: ['title'],
    error: 'Name the action by its title, or by its index in the card.',
  });

const view = (message: ChatMessage) => ({
  id: message.id,
  from: message.from,
  text: message.text ?? null,
  summary: message.summary ?? null,
  card: message.card ?? null,
  at: message.at,
  updatedAt: message.updatedAt ?? null,
  rings: message.rings,
  replyTo: message.replyTo ?? null,
});

const chatView = ({ messages, ...chat }: Chat) => ({ ...chat, messages: messages.map(view) });

/** The person's side of the chat: read, write, press. */
export function addChatRoutes(router: Router, world: World): void {
  const { teams, directory } = world;
  router.param('person', (request, response, next, id: string) => {
    const user = directory.user(id);
    if (!user) return refuse(response, 404, 'personUnknown', `Nobody has the id ${id}.`);
    request.params['person'] = user.id;
    next();
  });
  const repliesSince = (personId: string, known: ReadonlySet<string>) =>
    teams
      .chat(personId)
      .messages.filter(({ id, from }) => from === 'bot' && !known.has(id))
      .map(view);
  const knownIn = (personId: string) => new Set(teams.chat(personId).messages.map(({ id }) => id));

  router.get('/chats/:person', (request, response) => {
    response.set('cache-control', 'no-cache').json(chatView(teams.chat(request.params.person)));
  });

  router.delete('/chats/:person', (request, response) => {
    teams.deleteChat(request.params.person);
    response.status(204).end();
  });

  router.post('/chats/:person/messages', async (request, response) => {
    const body = bodyOf(messageBody, request, response);
    if (!body) return;
    const { person } = request.params;
    const { id, answer } = await teams.say(person, body.text);
    // The bot may send something else meanwhile: a reply names its message.
    const replies = teams.chat(person).messages.filter(({ replyTo }) => replyTo === id);
    response.json({ id, status: answer.status, replies: replies.map(view) });
  });

  router.post('/chats/:person/actions', async (request, response) => {
    const body = bodyOf(pressBody, request, response);
    if (!body) return;
    const { person } = request.params;
    const known = knownIn(person);
    try {
      const answer = await teams.press(person, withoutUndefined(body));
      response.json({ ...answer, value: answer.value ?? null, replies: repliesSince(person, known) });
    } catch (error) {
      if (!(error instanceof PressRefused)) throw error;
      refuse(response, 400, 'pressRefused', error.message);
    }
  });
}

/** Optional properties are omitted instead of `undefined`. */
function withoutUndefined(body: z.output<typeof pressBody>): Press {
  const { messageId, card, title, index, inputs, fallback } = body;
  return {
    messageId,
    ...(card === undefined ? {} : { card }),
    ...(title === undefined ? {} : { title }),
    ...(index === undefined ? {} : { index }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}
