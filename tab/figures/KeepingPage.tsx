import type { FrozenView } from '../../api/figures/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CheckMonth } from './CheckMonth.tsx';
import { FiguresFeed } from './FiguresFeed.tsx';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import { RedLimits } from './RedLimits.tsx';

/** Frozen months with their recount, the red limits of figures, and the key of Power BI. */
export function KeepingPage() {
  const kept = useView('GET /api/figures/frozen', {});
  const settings = useView('GET /api/figures/settings', {});
  const freeze = useAct('POST /api/figures/freeze');
  return (
    <Viewed view={kept}>
      {({ frozen, abilities, freshness }) => (
        <Page
          title={
            frozen.length === 0
              ? t('figures.keeping.answerNone')
              : t('figures.keeping.answer', { count: frozen.length })
          }
          above={t('figures.keeping.nav')}
          lead={t('figures.keeping.lead')}
        >
          {settings.data && <FiguresNav sees={settings.data.boards} />}
          <section className="card" aria-labelledby="figures-frozen">
            <h2 className="card-title" id="figures-frozen">
              {t('figures.keeping.months')}
            </h2>
            {frozen.length > 0 && (
              <DataTable
                caption={t('figures.keeping.months')}
                columns={columnsOf()}
                rows={frozen}
                rowKey={({ key }) => key}
              />
            )}
            {abilities.freeze && (
              <div className="card-foot">
                <p className="quiet">{t('figures.keeping.freezeText')}</p>
                <ActButton
                  appearance="primary"
                  busy={freeze.isPending}
                  busyText={t('figures.keeping.freezing')}
                  onClick={() => freeze.mutate({ body: {} }, { onSuccess: () => notify(t('figures.keeping.frozen')) })}
                >
                  {t('figures.keeping.freeze')}
                </ActButton>
                <ActFailed error={freeze.error} />
              </div>
            )}
          </section>
          <Viewed view={settings}>
            {(view) => (
              <>
                {view.abilities.edit && <FiguresFeed feed={view.feed} />}
                <RedLimits view={view} />
              </>
            )}
          </Viewed>
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const columnsOf = (): Column<FrozenView>[] => [
  { key: 'name', title: t('figures.keeping.name'), short: true, cell: ({ name }) => name },
  { key: 'at', title: t('figures.keeping.frozenAt'), short: true, cell: ({ frozenAt }) => asMoment(frozenAt) },
  {
    key: 'check',
    title: t('figures.keeping.check'),
    cell: ({ key, name }) => <CheckMonth frozenKey={key} name={name} />,
  },
];
