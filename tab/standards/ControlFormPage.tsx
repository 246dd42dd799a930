import type { ControlView } from '../../api/standards/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ControlForm, type Places } from './ControlForm.tsx';
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
            <WithPlaces control={undefined} />
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
            <WithPlaces control={view} key={view.key} />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

/** The form, once it is known which centres the writer keeps controls for. */
function WithPlaces({ control }: { control: ControlView | undefined }) {
  const me = useMe();
  const organisation = useView('GET /api/organisation', {});
  return (
    <Viewed view={me} part skeleton={<Skeleton rows={4} />}>
      {({ roles }) => (
        <Viewed view={organisation} part skeleton={<Skeleton rows={4} />}>
          {({ centres }) => <ControlForm control={control} places={placesOf(centres, roles, control)} />}
        </Viewed>
      )}
    </Viewed>
  );
}

interface Held {
  role: string;
  centre?: { id: string } | undefined;
}

/** The security team keeps all controls; whoever works for a centre keeps the centre's; an owner leaves it where it is. */
function placesOf(
  centres: readonly { id: string; title: string }[],
  roles: readonly Held[],
  control: ControlView | undefined,
): Places {
  const mine = roles.filter(({ role }) => role === 'centreManager' || role === 'coordinator');
  const keepsAll = roles.some(({ role }) => role === 'ciso' || role === 'securityTeam');
  if (keepsAll || (mine.length === 0 && (control?.abilities.retire ?? true))) return { centres, whole: true };
  const kept = (id: string) => mine.some(({ centre }) => centre?.id === id) || control?.centre?.id === id;
  return { centres: centres.filter(({ id }) => kept(id)), whole: control !== undefined && !control.centre };
}
