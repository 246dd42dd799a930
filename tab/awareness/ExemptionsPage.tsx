import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ExemptDialog } from './ExemptDialog.tsx';
import { ExemptionTable } from './ExemptionTable.tsx';
import { LearningNav } from './LearningNav.tsx';
import type { Exemption } from './views.ts';

/** Fritagelser: people exempt from courses, why and until when. */
export function ExemptionsPage() {
  const view = useView('GET /api/learning/exemptions', {});
  const [adding, setAdding] = useState(false);
  return (
    <Viewed view={view}>
      {({ exemptions, abilities, freshness }) => {
        const add = abilities.add && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setAdding(true)}>
            {t('awareness.exemptions.add')}
          </Button>
        );
        const current = exemptions.filter(({ state }) => state === 'current').length;
        return (
          <Page
            title={t('awareness.exemptions.answer', { count: current })}
            above={t('awareness.nav.exemptions')}
            actions={exemptions.length > 0 && add}
          >
            <LearningNav />
            {exemptions.length === 0 ? (
              <Blank
                title={t('awareness.list.empty.exempt.title')}
                text={t('awareness.exemptions.empty.text')}
                actions={add}
              />
            ) : (
              <Exemptions exemptions={exemptions} />
            )}
            <AsOf freshness={freshness} />
            {(abilities.add || adding) && <ExemptDialog open={adding} onClose={() => setAdding(false)} />}
          </Page>
        );
      }}
    </Viewed>
  );
}

function Exemptions({ exemptions }: { exemptions: readonly Exemption[] }) {
  const { valueOf, choose } = useAddress<'q' | 'show'>();
  const q = valueOf('q') ?? '';
  const show = valueOf('show') === 'all' ? 'all' : 'current';
  const rows = exemptions.filter(
    ({ person, reason, state }) =>
      (show === 'all' || state === 'current') &&
      [person.name, person.centre, reason].some((text) => text?.toLowerCase().includes(q.toLowerCase())),
  );
  return (
    <section className="section" aria-label={t('awareness.nav.exemptions')}>
      <div className="filters">
        <Choices
          label={t('common.word.show')}
          value={show}
          onChange={(chosen) => choose({ show: chosen })}
          options={[
            { value: 'current', text: t('awareness.exemptions.current') },
            { value: 'all', text: t('common.word.all') },
          ]}
        />
        <SearchField value={q} onSearch={(text) => choose({ q: text })} />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <Blank
          title={q ? t('common.table.nothing') : t('awareness.list.empty.exempt.title')}
          text={q ? t('common.table.nothingText') : t('awareness.exemptions.empty.text')}
          actions={
            <Button onClick={() => choose({ q: '', show: 'all' })}>
              {q ? t('common.table.clear') : t('awareness.exemptions.showAll')}
            </Button>
          }
        />
      ) : (
        <ExemptionTable exemptions={rows} />
      )}
    </section>
  );
}
