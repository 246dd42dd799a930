import type { FrozenView, FigureSettingsView } from '../../api/figures/contract.ts';
import { formatMonth } from '../../api/texts/format.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asMoment, t, asDate, asNumber } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import { RedLimits } from './RedLimits.tsx';
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError } from '../shared/api/api-error.ts';

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
                  onClick={() => notifyAfter(freeze.mutateAsync({ body: {} }), t('figures.keeping.frozen'))}
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

/** `november 2026`, or the day. */
const nameText = ({ kind, name, day }: FrozenView): string =>
  kind === 'day' ? asDate(day) : formatMonth(name, document.documentElement.lang === 'en' ? 'en' : 'da');

const columnsOf = (): Column<FrozenView>[] => [
  { key: 'name', title: t('figures.keeping.name'), short: true, cell: nameText },
  { key: 'at', title: t('figures.keeping.frozenAt'), short: true, cell: ({ frozenAt }) => asMoment(frozenAt) },
  {
    key: 'check',
    title: t('figures.keeping.check'),
    cell: (frozen) => <CheckMonth frozenKey={frozen.key} name={nameText(frozen)} />,
  },
];

/** The secret link by which Power BI reads the figures: shown once, renewable, revocable. */
function FiguresFeed({ feed: { active, madeAt } }: { feed: FigureSettingsView['feed'] }) {
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

const numberText = (counted: { numerator: number; denominator?: number | undefined } | undefined): string => {
  if (!counted) return '–';
  const { numerator, denominator } = counted;
  return denominator === undefined
    ? asNumber(numerator)
    : t('figures.outOf', { count: asNumber(numerator), total: asNumber(denominator) });
};

/** Recounts a frozen month and shows what differs and how many records have changed since. */
function CheckMonth({ frozenKey, name }: { frozenKey: string; name: string }) {
  const [asked, setAsked] = useState(false);
  const check = useView('GET /api/figures/frozen/:frozenKey/check', { params: { frozenKey } }, { enabled: asked });
  const found = check.data;
  // Readers of the months may lack access to their records.
  const refused = check.error instanceof ApiError ? check.error : undefined;
  return (
    <div>
      <ActButton
        size="small"
        busy={check.isFetching}
        busyText={t('figures.keeping.checking')}
        aria-label={t('figures.keeping.checkOf', { name })}
        onClick={() => (asked ? void check.refetch() : setAsked(true))}
      >
        {t('figures.keeping.check')}
      </ActButton>
      <div role="status">
        {found && <p>{t('figures.keeping.same', { count: found.same })}</p>}
        {found && found.differing.length > 0 && (
          <>
            <p>{t('figures.keeping.differ', { count: found.differing.length })}</p>
            <ul>
              {found.differing.map(({ figure, name: figureName, owner, centre, frozen, now, changed }) => (
                <li key={`${figure} ${owner}`}>
                  {t('figures.keeping.differing', {
                    name: figureName,
                    owner: owner === 'whole' ? t('common.word.wholeMunicipality') : (centre?.title ?? owner),
                    before: numberText(frozen),
                    now: numberText(now),
                  })}{' '}
                  {changed > 0 && t('figures.keeping.changed', { count: changed })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ActFailed error={refused} />
    </div>
  );
}
