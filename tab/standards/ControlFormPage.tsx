import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { WithPlaces } from '../shared/ui/WithPlaces.tsx';
import { ControlForm } from './ControlForm.tsx';
import { controlPath } from './paths.ts';
import { useControl } from './useControl.ts';
import './Standards.css';

/** Writes what we do, once for all standards. */
export function NewControlPage() {
  const view = useView('GET /api/standards', {});
  return (
    <Viewed view={view}>
      {({ abilities }) =>
        abilities.addControl ? (
          <Page
            title={t('standards.form.newTitle')}
            back={{ to: '/standards/controls', page: t('standards.backToControls') }}
          >
            <WithPlaces held={undefined}>{(places) => <ControlForm control={undefined} places={places} />}</WithPlaces>
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

export function EditControlPage() {
  const control = useControl();
  return (
    <Viewed view={control}>
      {(view) =>
        view.abilities.edit ? (
          <Page
            title={t('standards.form.editTitle', { title: view.title })}
            back={{ to: controlPath(view.key), page: view.title }}
          >
            <WithPlaces held={view} key={view.key}>
              {(places) => <ControlForm control={view} places={places} />}
            </WithPlaces>
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}
