import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { NoAccess } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { WithPlaces } from '../../shared/ui/WithPlaces.tsx';
import { servicePath } from '../shared/contingency-paths.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { useService } from './useService.ts';
import './Services.css';

/** Adds a critical service. */
export function NewServicePage() {
  const list = useView('GET /api/critical-services', { query: { limit: 1 } });
  const settings = useView('GET /api/continuity-settings', {});
  return (
    <Viewed view={list}>
      {({ abilities }) =>
        abilities.add ? (
          <Page
            title={t('criticalServices.form.newTitle')}
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
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

export function EditServicePage() {
  const service = useService();
  return (
    <Viewed view={service}>
      {(view) =>
        view.abilities.edit ? (
          <Page
            title={t('criticalServices.form.editTitle', { title: view.title })}
            back={{ to: servicePath(view.key), page: view.title }}
          >
            <WithPlaces held={view} key={view.key}>
              {(places) => <ServiceForm service={view} settings={view.settings} places={places} />}
            </WithPlaces>
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}
