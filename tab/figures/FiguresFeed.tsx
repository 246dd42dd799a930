import { Field, Input } from '@fluentui/react-components';
import type { FigureSettingsView } from '../../api/figures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';

/** The secret link by which Power BI reads the figures: shown once, renewable, revocable. */
export function FiguresFeed({ feed: { active, madeAt } }: { feed: FigureSettingsView['feed'] }) {
  const make = useAct('POST /api/figures/feed');
  const stop = useAct('DELETE /api/figures/feed');
  const link = active ? make.data?.url : undefined;
  return (
    <section className="card" aria-labelledby="figures-feed">
      <h2 className="card-title" id="figures-feed">
        {t('figures.keeping.feed')}
      </h2>
      <p className="card-text">{t('figures.keeping.feedText')}</p>
      {link === undefined && active && madeAt !== undefined && (
        <p>{t('figures.keeping.feedHas', { date: asDate(madeAt) })}</p>
      )}
      {link !== undefined && (
        <Field label={t('figures.keeping.feedAddress')}>
          <Input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
      <div className="card-foot">
        <ActButton busy={make.isPending} busyText={t('figures.keeping.feedMaking')} onClick={() => make.mutate({})}>
          {t(active ? 'figures.keeping.feedNew' : 'figures.keeping.feedMake')}
        </ActButton>
        {active && (
          <ActButton busy={stop.isPending} busyText={t('figures.keeping.feedStopping')} onClick={() => stop.mutate({})}>
            {t('figures.keeping.feedStop')}
          </ActButton>
        )}
      </div>
      <ActFailed error={make.error ?? stop.error} />
    </section>
  );
}
