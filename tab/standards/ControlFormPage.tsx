import { useState } from 'react';
import type { ControlView } from '../../api/standards/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { WithPlaces } from '../shared/ui/WithPlaces.tsx';
import { ControlForm } from './ControlForm.tsx';
import { controlPath } from './paths.ts';
import { useControl } from './useControl.ts';

/** New control, shared by all standards. */
export function NewControlPage() {
  const view = useView('GET /api/standards', {});
  return (
    <Viewed view={view}>
      {({ abilities }) => (
        <Begun may={abilities.addControl}>
          <Page
            title={t('standards.addControl')}
            back={{ to: '/standards/controls', page: t('standards.backToControls') }}
          >
            <WithPlaces held={undefined}>{(places) => <ControlForm control={undefined} places={places} />}</WithPlaces>
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

export function EditControlPage() {
  const control = useControl();
  return <Viewed view={control}>{(view) => <Edit key={view.key} control={view} />}</Viewed>;
}

function Edit({ control }: { control: ControlView }) {
  // Others' changes do not close a form in use.
  const [mayWrite] = useState(control.abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page
      title={t('common.word.changeOf', { title: control.title })}
      back={{ to: controlPath(control.key), page: control.title }}
    >
      <WithPlaces held={control}>{(places) => <ControlForm control={control} places={places} />}</WithPlaces>
    </Page>
  );
}
