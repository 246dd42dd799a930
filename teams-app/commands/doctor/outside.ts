import type { Clock, Fetch } from '../../../api/kernel/index.ts';
import { Cursors } from '../../../api/deliveries/index.ts';
import {
  clockAhead,
  clockTolerance,
  createSubscriptions,
  failedAs,
  listAddresses,
  type Graph,
  type Tokens,
} from '../../../api/sharepoint/index.ts';
import { botScope, knowsBot } from './bot-known.ts';
import { bad, good, look, type Finding } from './finding.ts';
import { isReachable } from './reachable.ts';

/** Seconds between clocks; Entra and Teams tolerate five minutes. */
const tooMuch = 240;

/** The clock of this machine against the `Date` of Microsoft Graph. None without an answer: other checks say so. */
export async function clockAgainstGraph(fetch: Fetch, clock: Clock): Promise<Finding[]> {
  const signal = AbortSignal.timeout(15_000);
  const sentAt = clock.now().getTime();
  const response = await fetch('https://graph.microsoft.com/v1.0/', { signal }).catch(() => undefined);
  await response?.body?.cancel();
  const ahead = response && clockAhead(response, sentAt, clock.now().getTime());
  if (ahead === undefined) return [];
  const seconds = Math.round(ahead / 1_000);
  const apart = `The clock of this machine is ${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead of'} Microsoft's.`;
  const todo =
    'Set it by a time service (chrony, systemd-timesyncd, w32time): tokens are refused when clocks are five minutes apart.';
  if (Math.abs(seconds) > tooMuch) return [bad(apart, todo)];
  return [Math.abs(ahead) > clockTolerance ? look(apart, todo) : good('The clock of this machine is right.')];
}

/** The bot's token, and whether Teams takes it. */
export async function bot(tokens: Tokens, fetch: Fetch): Promise<Finding[]> {
  await tokens(botScope);
  const got = good('The bot gets its token.');
  const known = await knowsBot(tokens, fetch).catch(() => undefined);
  if (known === true) return [got, good('Teams knows the bot.')];
  return [
    got,
    known === false
      ? bad(
          'Teams does not know the bot.',
          'Register an Azure Bot with the client id APP_ID, single tenant, and its channel Microsoft Teams (npm run isms -- setup --script setup.ps1, part azure).',
        )
      : look(
          'Teams does not answer whether it knows the bot.',
          'Look whether this machine reaches https://smba.trafficmanager.net, and run doctor again.',
        ),
  ];
}

/** The program at its public address, as seen from here: it answers, and its door for Teams refuses strangers. */
export async function publicAddress(publicUrl: string, fetch: Fetch): Promise<Finding[]> {
  const problem = await isReachable(publicUrl, fetch);
  if (problem !== undefined)
    return [
      look(
        `The program does not answer at PUBLIC_URL ${publicUrl}: ${problem}.`,
        'Start it, and let its proxy pass /api and /tab on. From the internet the name may lead elsewhere than from here: open the address on a phone too.',
      ),
    ];
  const door = await fetch(`${publicUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  }).then(
    ({ status }) => status,
    () => 0,
  );
  const answers = good(`The program answers at ${publicUrl}.`);
  return door === 401
    ? [answers, good('The door for Teams is open, and refuses strangers.')]
    : [
        answers,
        bad(
          `The door for Teams, ${publicUrl}/api/messages, answers ${door || 'nothing'} to a stranger, and should answer 401.`,
          'Let the proxy pass POST /api/messages on unchanged, with its Authorization header and without a sign-in of its own.',
        ),
      ];
}

/**
 * Subscribes to a list and unsubscribes, as the running program does. Never bad: without it lists are looked at in
 * turn.
 */
export async function subscription(parts: {
  graph: Graph;
  siteId: string;
  baseUrl: string;
  secret: string;
}): Promise<Finding[]> {
  const listId = (await listAddresses(parts.graph, parts.siteId)).get(Cursors.name)?.split('/').at(-1);
  if (listId === undefined) return [];
  const subscriptions = createSubscriptions(parts);
  try {
    await subscriptions.end(await subscriptions.make(listId));
    return [good('Microsoft Graph tells of changes in lists.')];
  } catch (thrown) {
    const fallback = 'Until then the program looks at its lists in turn: changes by hand are seen within minutes.';
    if (failedAs(thrown, 'noAccess', 'mayNotWrite'))
      return [
        look(
          'The app may not subscribe to changes in lists (403).',
          `Nothing is needed. ${fallback} No wider permission is worth it (docs/permissions.md).`,
        ),
      ];
    if (failedAs(thrown, 'refused'))
      return [
        look(
          `Microsoft Graph does not reach ${parts.baseUrl} to tell of changes in lists.`,
          `Start the program, and let POST /api/list-changes through from the internet (PUBLIC_URL, or NOTIFICATION_URL for this instance). ${fallback}`,
        ),
      ];
    throw thrown;
  }
}
