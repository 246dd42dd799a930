import { useView } from './api/queries.ts';

/** A card in the chat may settle a task at any moment, so the reader polls while any is open. */
const whileOwingMilliseconds = 10_000;
const otherwiseMilliseconds = 60_000;

/** Who I am, my tasks, my ISK: polled while the tab is shown, so that a card pressed in the chat counts. */
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
