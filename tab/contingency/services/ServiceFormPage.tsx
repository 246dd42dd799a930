import { useState } from 'react';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Begun } from '../../shared/ui/Begun.tsx';
import { NoAccess } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { WithPlaces } from '../../shared/ui/WithPlaces.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { useService } from './useService.ts';

/** Adds a critical service. */
export function NewServicePage() {
  const list = useView('GET /api/critical-services', { query: { limit: 1 } });
  const settings = useView('GET /api/continuity-settings', {});
  return (
    <Viewed view={list}>
      {({ abilities }) => (
        <Begun may={abilities.add}>
          <Page
            title={t('criticalServices.list.add')}
            back={{ to: '/contingency/services', page: t('criticalServices.title') }}
          >
            <Viewed view={settings} part>
              {(kept) => (
                <WithPlaces held={undefined}>
                  {(places) => <ServiceForm service={undefined} settings={kept.settings} places={places} />}
                </WithPlaces>
              )}
            </Viewed>
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

export function EditServicePage() {
  const service = useService();
  return <Viewed view={service}>{(view) => <Edit key={view.key} service={view} />}</Viewed>;
}

function Edit({ service }: { service: ServiceView }) {
  const { key, title, state, abilities, retiredReason, settings } = service;
  // Others' changes do not close a form in use.
  const [mayWrite] = useState(abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page title={t('common.word.changeOf', { title })} back={{ to: servicePath(key), page: title }}>
      {state === 'retired' && (
        <Notice tone="warning" title={t('criticalServices.form.retiredMeanwhile')} live>
          <p>{retiredReason}</p>
        </Notice>
      )}
      <WithPlaces held={service}>
        {(places) => <ServiceForm service={service} settings={settings} places={places} />}
      </WithPlaces>
    </Page>
  );
}
