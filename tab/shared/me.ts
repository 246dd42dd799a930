import { useView } from './api/queries.ts';

/** A card pressed in the chat beside may settle what is owed at any moment, and who has no answer waits for one. */
const whileOwingMilliseconds = 10_000;
const otherwiseMilliseconds = 60_000;

/** Who I am, what I owe, who is my ISK: asked for again while the tab is shown, so that a card pressed in the chat counts. */
export const useMe = () =>
  useView(
    'GET /api/me',
    {},
    {
      every: (me) =>
        me?.obligations.length === 0 && !me.coming?.length ? otherwiseMilliseconds : whileOwingMilliseconds,
      keepFailure: true,
    },
  );
