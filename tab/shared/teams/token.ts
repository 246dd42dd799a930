import { authentication } from '@microsoft/teams-js';
import { within } from './within.ts';

const silentMilliseconds = 10_000;
/** Long: the reader may have a sign-in window to answer. */
const promptMilliseconds = 120_000;

let asking: Promise<string> | undefined;

/**
 * The reader's token from Teams, asked for at every call as Teams keeps it fresh itself; calls at the same time share one
 * question. Silence or a refusal is followed by one try that may ask the reader.
 */
export function accessToken(prompt = false): Promise<string> {
  asking ??= ask(prompt).finally(() => (asking = undefined));
  return asking;
}

async function ask(prompt: boolean): Promise<string> {
  if (!prompt) {
    try {
      return await within(silentMilliseconds, authentication.getAuthToken({ silent: true }));
    } catch {
      // Falls through to the try with a prompt.
    }
  }
  return within(promptMilliseconds, authentication.getAuthToken({ silent: false }));
}
