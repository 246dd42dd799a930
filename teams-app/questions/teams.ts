import type { Asking, Person } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, described, isDone, needed, NotAsked, refusalOf, textIn, type Reply } from './reply.ts';

const install =
  'TeamsAppInstallation.ReadWriteSelfForUser.All for the running app, and that the tenant lets the person have the app';

/** Read by a person, in both languages: whose is not known here. */
const text =
  'Afprøvning af forbindelsen fra Sikkerhedshjulet; beskeden slettes igen. / A test of the connection; this message is deleted again.';

/** Asked in this order: the person has the app from the second question to the last. */
export const teams = group({
  title: 'Teams',
  takes: 'the running app; for all but the first `--person`, best somebody without the app',
  questions: {
    'catalog.filter': question({
      asks: 'Is the app found in the catalog by the id in its manifest?',
      calls: "GET /appCatalogs/teamsApps?$filter=externalId eq '…'",
      touches: 'doctor',
      desk: 'found',
      otherwise: {
        refused: 'compare CATALOG_APP_ID with the Teams admin centre by hand; nothing else asks the catalog',
      },
      ask: async ({ catalog }) => answerOf(await catalog(), 'found', { refused: 400 }),
    }),
    'chat.beforeInstall': question({
      asks: 'What does opening a chat with somebody without the app answer?',
      calls: 'POST /v3/conversations',
      touches: 'reaching people for the first time',
      desk: 'badArgument',
      otherwise: {
        roster: 'both mean that the app is installed first',
        opened: 'what the first message answers decides instead',
      },
      ask: async (asking) => {
        const reply = await withoutApp(asking).open();
        if (isDone(reply)) return 'opened';
        if (reply.status === 403 && reply.code === 'BadArgument') return 'badArgument';
        return reply.status === 403 && reply.code === 'BotNotInConversationRoster' ? 'roster' : refusalOf(reply, {});
      },
    }),
    'chat.atOnce': question({
      asks: 'Is the chat there at once after an installation?',
      calls: 'POST /users/{id}/teamwork/installedApps, POST /v3/conversations',
      touches: 'reaching people for the first time',
      desk: 'later',
      otherwise: { atOnce: 'the chat is asked for until it is there' },
      ask: async (asking) => {
        const person = withoutApp(asking);
        needed(await person.install(), install);
        const first = await person.open();
        if (isDone(first)) return 'atOnce';
        await opened(person);
        return 'later';
      },
    }),
    'chat.installAgain': question({
      asks: 'What does installing the app a second time answer?',
      calls: 'POST /users/{id}/teamwork/installedApps',
      touches: 'reaching people for the first time',
      desk: 'conflict',
      otherwise: { installed: 'both mean that the person has the app' },
      ask: async ({ person }) => {
        if ((await person.installation()) === '') throw lacksApp();
        return answerOf(await person.install(), 'installed', { conflict: 409 });
      },
    }),
    'chat.same': question({
      asks: 'Does opening a chat twice give the same one?',
      calls: 'POST /v3/conversations, twice',
      touches: 'where messages go',
      desk: 'same',
      otherwise: { another: 'the newest address is used; a card is edited where it was sent' },
      ask: async ({ person }) => ((await opened(person)) === (await opened(person)) ? 'same' : 'another'),
    }),
    'chat.graphId': question({
      asks: "Does the bot's connector take the chat's id in Graph?",
      calls: 'GET …/installedApps/{id}/chat, POST /v3/conversations/{id}/activities',
      touches: 'reaching people whose chat the bot was not told of',
      desk: 'taken',
      otherwise: { refused: 'the chat is opened by the connector instead' },
      ask: async ({ person }) => {
        const id = await person.installation();
        if (id === '') throw lacksApp();
        const chat = needed(await person.installedApps('GET', `/${id}/chat`), install);
        const conversation = textIn(chat.body, 'id');
        const reply = await said(person, conversation);
        if (isDone(reply)) await unsaid(person, conversation, reply);
        return answerOf(reply, 'taken', { refused: [400, 403, 404] });
      },
    }),
    'chat.editDeleted': question({
      asks: 'What does an edit of a deleted message answer?',
      calls: 'POST, PUT, DELETE and PUT /v3/conversations/{id}/activities/{id}',
      touches: 'cards that are kept up to date',
      desk: 'missing',
      otherwise: { taken: 'the card counts as sent after either; what is owed is in the tab too' },
      ask: async ({ person }) => {
        const conversation = await opened(person);
        const message = needed(await said(person, conversation), 'a chat with the person');
        const path = `/${conversation}/activities/${textIn(message.body, 'id')}`;
        needed(await person.conversations('PUT', path, activity), 'a chat with the person');
        needed(await person.conversations('DELETE', path), 'a chat with the person');
        return answerOf(await person.conversations('PUT', path, activity), 'taken', { missing: [404, 410] });
      },
    }),
    'chat.uninstalled': question({
      asks: 'What does writing to somebody who removed the app answer?',
      calls: 'DELETE /users/{id}/teamwork/installedApps/{id}, POST /v3/conversations/{id}/activities',
      touches: 'people who do not want the bot',
      desk: 'roster',
      otherwise: {
        blocked: 'Graph is asked whether the person has the app; all three end as the same',
        delivered: 'the message counts as delivered until the person is met in another way',
      },
      ask: async (asking) => {
        const { person } = asking;
        if (person.hadApp) throw hasApp();
        const conversation = await opened(person);
        needed(await person.installedApps('DELETE', `/${await person.installation()}`), install);
        const reply = await said(person, conversation);
        if (isDone(reply)) await unsaid(person, conversation, reply);
        if (isDone(reply)) return 'delivered';
        if (reply.code === 'BotNotInConversationRoster') return 'roster';
        return /MessageWritesBlocked|ConversationBlockedByUser/.test(reply.code + reply.message)
          ? 'blocked'
          : refusalOf(reply, {});
      },
    }),
  },
});

const hasApp = () => new NotAsked('The person has the app already: name somebody who has not.', { isFailure: false });
const lacksApp = () => new NotAsked('The person does not have the app, and it was not installed.', { isFailure: true });

function withoutApp({ person }: Asking): Person {
  if (person.hadApp) throw hasApp();
  return person;
}

const activity = { type: 'message', text };

const said = (person: Person, conversation: string): Promise<Reply> =>
  person.conversations('POST', `/${conversation}/activities`, activity);

const unsaid = (person: Person, conversation: string, { body }: Reply): Promise<Reply> =>
  person.conversations('DELETE', `/${conversation}/activities/${textIn(body, 'id')}`);

/** The id of the chat, once it can be opened. */
async function opened(person: Person): Promise<string> {
  const id = await person.until(async () => {
    const reply = await person.open();
    return isDone(reply) ? textIn(reply.body, 'id') : undefined;
  });
  if (id !== undefined) return id;
  throw new NotAsked(`${described(await person.open())}.`, { isFailure: true });
}
