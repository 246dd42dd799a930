import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChecklistView } from '../../api/inspections/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ChecklistDialog } from './ChecklistDialog.tsx';
import { InspectionsNav } from './InspectionsNav.tsx';
import styles from './Inspections.module.css';

/** Checklists of inspections: built-in ones, and the municipality's own. */
export function ChecklistsPage() {
  const view = useView('GET /api/inspection-checklists', {});
  const [written, setWritten] = useState<{ from?: ChecklistView }>();
  return (
    <Viewed view={view}>
      {({ checklists, abilities, freshness }) => (
        <Page
          title={t('inspectionPages.checklists.answer', { count: checklists.length })}
          above={t('inspectionPages.nav.checklists')}
          lead={t('inspectionPages.checklists.lead')}
          actions={
            abilities.keep && <Button onClick={() => setWritten({})}>{t('inspectionPages.checklists.make')}</Button>
          }
        >
          <InspectionsNav />
          {checklists.map((one) => (
            <Checklist
              key={one.key}
              checklist={one}
              {...(abilities.keep ? { onBuild: () => setWritten({ from: one }) } : {})}
            />
          ))}
          {written && (
            <ChecklistDialog {...(written.from ? { from: written.from } : {})} onClose={() => setWritten(undefined)} />
          )}
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Checklist({ checklist, onBuild }: { checklist: ChecklistView; onBuild?: () => void }) {
  const { key, title, version, how, items, shipped } = checklist;
  const name = t('inspectionPages.visit.version', { title, version });
  return (
    <section className="card" aria-labelledby={`checklist-${key}`}>
      <div className="section-head">
        <h2 className="section-title" id={`checklist-${key}`}>
          {name}
        </h2>
        {onBuild && (
          <Button
            aria-label={`${t(shipped ? 'inspectionPages.checklists.build' : 'inspectionPages.checklists.change')}: ${title}`}
            onClick={onBuild}
          >
            {t(shipped ? 'inspectionPages.checklists.build' : 'inspectionPages.checklists.change')}
          </Button>
        )}
      </div>
      {how && <p className="section-text">{how}</p>}
      <ol className={styles.items}>
        {items.map((item) => (
          <li key={item.key} className={styles.item}>
            <h3 className="card-title">{item.question}</h3>
            <p>{item.criterion}</p>
            {item.requirements.length > 0 && <p className="quiet">{item.requirements.join(' · ')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
