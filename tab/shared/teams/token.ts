import { authentication } from '@microsoft/teams-js';
import { within } from './within.ts';

const silentMilliseconds = 10_000;
/** Long: the reader may have to answer a sign-in window. */
const promptMilliseconds = 120_000;

let asking: Promise<string> | undefined;

/**
 * The reader's token from Teams, requested at every call as Teams refreshes it itself; concurrent calls share one
 * request. A timeout or refusal is followed by one attempt that may prompt the reader.
 */
export function accessToken(prompt = false): Promise<string> {
  asking ??= ask(prompt).finally(() => (asking = undefined));
  return asking;
}

async function ask(prompt: boolean): Promise<string> {
  if (!prompt) {
    try {
      return await within(silentMilliseconds, authentication.getAuthToken({ silent: true }));
    } catch (thrown) {
      // Nobody can sign in offline; otherwise falls through to the prompt.
      if (!navigator.onLine) throw thrown;
    }
  }
  return within(promptMilliseconds, authentication.getAuthToken({ silent: false }));
}
