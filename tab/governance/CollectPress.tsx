import { Link } from 'wouter';
import type { CollectBody } from '../../api/governance/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import looks from './Governance.module.css';

/** An item to collect: a record by path, an incident, or a figure; with its title. */
export interface Collected {
  what: CollectBody;
  title: string;
  size?: 'small';
}

function aboutOf(what: Collected['what']): string {
  if ('figure' in what) return `figure:${what.figure}:${what.owner}`;
  return 'incident' in what ? `/incidents?incident=${encodeURIComponent(what.incident)}` : what.path;
}

/** A button that adds it, or removes it while the orientation is a draft. */
export function CollectPress({ what, title, size }: Collected) {
  const collected = useView('GET /api/governance/orientation/collected', {});
  const add = useAct('POST /api/governance/orientation/collect');
  const remove = useAct('DELETE /api/governance/orientation/subjects/:subjectKey');
  if (!collected.data) return null;
  const about = aboutOf(what);
  const found = collected.data.subjects.find((one) => one.about === about);
  const looksOf = size === undefined ? {} : { size };
  const place = size === undefined ? looks.collect : `${looks.collect ?? ''} ${looks.collectSmall ?? ''}`;
  if (!found)
    return (
      <span className={place}>
        <ActButton
          {...looksOf}
          appearance="subtle"
          busy={add.isPending}
          busyText={t('collecting.busy')}
          label={t('collecting.pressOf', { title })}
          onClick={() => notifyAfter(add.mutateAsync({ body: what }), t('collecting.done'))}
        >
          {t('collecting.press')}
        </ActButton>
        <ActFailed error={add.error ?? remove.error} />
      </span>
    );
  const { key: subjectKey } = found;
  return (
    <span className={place}>
      <Link href="/organisation/orientation" aria-label={t('collecting.isOf', { title })}>
        {t('collecting.is')}
      </Link>
      <ActButton
        {...looksOf}
        appearance="subtle"
        busy={remove.isPending}
        busyText={t('collecting.undoBusy')}
        label={t('collecting.undoOf', { title })}
        onClick={() => notifyAfter(remove.mutateAsync({ params: { subjectKey } }), t('collecting.undone'))}
      >
        {t('collecting.undo')}
      </ActButton>
      <ActFailed error={remove.error} />
    </span>
  );
}
