import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import { NudgeButton, NudgeDialog } from './Nudge.tsx';
import type { Learner } from './views.ts';

/** The API's limit per request. */
const most = 500;

/** People selected, across pages of the list. */
export function usePicked() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id: string) =>
      setIds((now) => {
        const next = new Set(now);
        if (!next.delete(id) && next.size < most) next.add(id);
        return next;
      }),
    add: (more: readonly string[]) => setIds((now) => new Set([...now, ...more].slice(0, most))),
    clear: () => setIds(new Set()),
  };
}
export type Picked = ReturnType<typeof usePicked>;

/** Number selected, and the reminder button. */
export function PickedBar(props: { roundKey: string; picked: Picked; page: readonly Learner[] }) {
  const { picked, page } = props;
  const [asking, setAsking] = useState(false);
  const count = picked.ids.size;
  const wanted = {
    title: t('awareness.nudge.titleChosen', { count }),
    body: { personIds: [...picked.ids] },
  };
  return (
    <div className="filters">
      {page.some(({ id }) => !picked.ids.has(id)) && (
        <Button size="small" onClick={() => picked.add(page.map(({ id }) => id))}>
          {t('awareness.list.chooseAll')}
        </Button>
      )}
      {count > 0 && (
        <>
          <Button size="small" onClick={picked.clear}>
            {t('awareness.list.clearChosen')}
          </Button>
          <NudgeButton again={undefined} onPress={() => setAsking(true)}>
            {t('awareness.nudge.chosen', { count })}
          </NudgeButton>
        </>
      )}
      <span role="status">{count > 0 && t('awareness.list.chosen', { count })}</span>
      <NudgeDialog
        roundKey={props.roundKey}
        wanted={wanted}
        open={asking && count > 0}
        onClose={() => setAsking(false)}
        onDone={picked.clear}
      />
    </div>
  );
}
