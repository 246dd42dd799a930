import { useView } from './api/queries.ts';

const whileShownMilliseconds = 20_000;

/** Who I am, what I owe, who is my ISK: asked for again while the tab is shown, so that a card pressed in the chat counts. */
export const useMe = () => useView('GET /api/me', {}, { every: () => whileShownMilliseconds, keepFailure: true });
