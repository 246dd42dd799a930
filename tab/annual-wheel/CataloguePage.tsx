import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CatalogueItem } from '../../api/annual-wheel/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useLeavePage } from '../shared/navigation/leave-page.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed, Blank, NoAccess } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { sentenceOf } from './recurrence.ts';
import { byMonth, monthName } from './slots.ts';
import { sourceText } from './source.ts';
import { Pick } from '../shared/ui/Choice.tsx';
import styles from './CataloguePage.module.css';

/** A municipality's standard year to select from, by month. */
export function CataloguePage() {
  const catalogue = useView('GET /api/wheel/catalogue', {});
  return (
    <Viewed view={catalogue}>
      {(view) => (view.abilities.edit ? <Catalogue items={view.items} /> : <NoAccess />)}
    </Viewed>
  );
}

function Catalogue({ items }: { items: readonly CatalogueItem[] }) {
  const leavePage = useLeavePage();
  const me = useMe();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const act = useAct('POST /api/wheel/catalogue/adopt');
  const free = items.filter((item) => !item.adopted);
  const keys = free.flatMap(({ key }) => (picked.has(key) ? [key] : []));
  const pick = (key: string, on: boolean) =>
    setPicked((now) => new Set(on ? [...now, key] : [...now].filter((known) => known !== key)));
  const adopt = () =>
    act.mutate(
      { body: { keys } },
      {
        onSuccess: ({ adopted }) => {
          notify(t('wheel.catalogue.adopted', { count: adopted }));
          setPicked(new Set());
          leavePage('/wheel/activities');
        },
      },
    );
  const year = me.data?.today.slice(0, 4) ?? '2026';
  return (
    <Page
      title={t('wheel.catalogue.answer', { count: items.length })}
      lead={t('wheel.catalogue.lead')}
      back={{ to: '/wheel/activities', page: t('wheel.activity.backTo') }}
    >
      {free.length === 0 ? (
        <Blank title={t('wheel.catalogue.allTaken')} text={t('wheel.catalogue.allTakenText')} />
      ) : (
        <div className={styles.catalogueBar}>
          <p role="status">{t('wheel.catalogue.picked', { count: keys.length })}</p>
          {keys.length < free.length ? (
            <Button appearance="subtle" onClick={() => setPicked(new Set(free.map(({ key }) => key)))}>
              {t('wheel.catalogue.pickAll', { count: free.length })}
            </Button>
          ) : (
            <Button appearance="subtle" onClick={() => setPicked(new Set())}>
              {t('wheel.catalogue.pickNone')}
            </Button>
          )}
          {keys.length > 0 && (
            <ActButton
              appearance="primary"
              busy={act.isPending}
              busyText={t('wheel.catalogue.adopting')}
              onClick={adopt}
            >
              {t('wheel.catalogue.adopt', { count: keys.length })}
            </ActButton>
          )}
        </div>
      )}
      <ActFailed error={act.error} />
      {byMonth(items, (item) => item.usual.month).map(([month, own]) => (
        <section key={month} className="section" aria-labelledby={`catalogue-${month}`}>
          <h2 className={`section-title ${styles.catalogueMonth}`} id={`catalogue-${month}`}>
            {monthName(month)}
          </h2>
          <ul className={styles.catalogue}>
            {own.map((item) => (
              <Item key={item.key} item={item} year={year} picked={picked.has(item.key)} onPick={pick} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

const two = (value: number) => String(value).padStart(2, '0');

function Item(props: {
  item: CatalogueItem;
  year: string;
  picked: boolean;
  onPick: (key: string, on: boolean) => void;
}) {
  const { item } = props;
  const startsOn = `${props.year}-${two(item.usual.month)}-${two(item.usual.day)}`;
  return (
    <li>
      <Pick
        checked={item.adopted || props.picked}
        disabled={item.adopted}
        onChange={(event) => props.onPick(item.key, event.target.checked)}
        title={
          <>
            {item.title} {item.adopted && <span className="tag">{t('wheel.catalogue.taken')}</span>}
          </>
        }
        text={
          <span className={styles.offered}>
            <span>{item.why}</span>
            <span className="quiet">
              {[
                sentenceOf({ rule: item.rule, basis: item.basis, startsOn }),
                item.scope === 'centres'
                  ? t('wheel.catalogue.inCentres', { role: t(`roles.${item.role}`) })
                  : t(`roles.${item.role}`),
              ].join(' · ')}
            </span>
            <span className="quiet">{sourceText(item.source)}</span>
          </span>
        }
      />
    </li>
  );
}
