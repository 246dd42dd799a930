import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import styles from './Assets.module.css';

type Made = ApiAnswer<'GET /api/asset-imports'>['imports'][number];
type Undone = ApiAnswer<'POST /api/assets/imports/:importKey/undo'>;

/** Imports made, each with its undo. */
export function ImportsMade({ onUndone }: { onUndone: () => void }) {
  const made = useView('GET /api/asset-imports', {}).data?.imports ?? [];
  const [asking, setAsking] = useState<Made>();
  const [undone, setUndone] = useState<Undone>();
  const act = useAct('POST /api/assets/imports/:importKey/undo');
  if (made.length === 0) return null;
  const undo = () =>
    asking &&
    act.mutate(
      { params: { importKey: asking.key } },
      {
        onSuccess: (answer) => {
          setUndone(answer);
          setAsking(undefined);
          onUndone();
        },
      },
    );
  return (
    <section className="card" aria-labelledby="imports-made">
      <h2 className="section-title" id="imports-made">
        {t('assets.import.made.title')}
      </h2>
      {undone && <Told undone={undone} />}
      <ul className={styles.assetList}>
        {made.map((one) => (
          <li key={one.key} className="filters">
            <span>{lineOf(one)}</span>
            {one.undone ? (
              <span className="tag">{t('assets.import.made.undone')}</span>
            ) : (
              <Button size="small" onClick={() => setAsking(one)}>
                {t('assets.import.made.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActDialog
        open={asking !== undefined}
        title={t('assets.import.made.ask')}
        onClose={() => setAsking(undefined)}
        act={{
          text: t('assets.import.made.undo'),
          busyText: t('assets.notNeeded.undoing'),
          busy: act.isPending,
          press: () => undo(),
        }}
      >
        {asking && (
          <Consequence first={willOf(asking)}>
            <p>{t('assets.import.made.stays')}</p>
          </Consequence>
        )}
        <ActFailed error={act.error} />
      </ActDialog>
    </section>
  );
}

const lineOf = ({ by, at, added, changed }: Made): string =>
  t('assets.import.made.line', {
    name: by.name,
    moment: asMoment(at),
    added: t('assets.import.made.added', { count: added }),
    changed: t('assets.import.made.changed', { count: changed }),
  });
const willOf = ({ added, changed }: Made): string =>
  t('assets.import.made.will', {
    added: t('assets.import.made.removed', { count: added }),
    changed: t('assets.import.made.back', { count: changed }),
  });

function Told({ undone: { undone, left } }: { undone: Undone }) {
  return (
    <Notice tone={left.length > 0 ? 'warning' : 'success'} live title={t('assets.import.made.done', { count: undone })}>
      {left.length > 0 && (
        <ul className={styles.assetList}>
          {left.map(({ key, title, why, by = '' }) => (
            <li key={key}>{t(`assets.import.made.left.${why}`, { title, by })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
