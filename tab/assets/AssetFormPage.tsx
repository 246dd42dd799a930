import type { AssetView } from '../../api/assets/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { AssetForm, type Choosable } from './AssetForm.tsx';
import { useAsset } from './useAsset.ts';
import { pathOf } from './words.ts';
import './Assets.css';

/** Adds an IT system or a work process. */
export function NewAssetPage() {
  const list = useView('GET /api/assets', { query: { limit: 1 } });
  return (
    <Viewed view={list}>
      {({ abilities }) =>
        abilities.add ? (
          <Page title={t('assets.form.newTitle')} back={{ to: '/risks/assets', page: t('assets.one.back') }}>
            <WithCentres asset={undefined} />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

export function EditAssetPage() {
  const asset = useAsset();
  return (
    <Viewed view={asset}>
      {(view) =>
        view.abilities.edit ? (
          <Page
            title={t('assets.form.editTitle', { title: view.title })}
            back={{ to: pathOf(view.key), page: view.title }}
          >
            <WithCentres asset={view} key={view.key} />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

/** The form, once it is known which centres there are and which of them the writer keeps assets for. */
function WithCentres({ asset }: { asset: AssetView | undefined }) {
  const me = useMe();
  const organisation = useView('GET /api/organisation', {});
  return (
    <Viewed view={me} part skeleton={<Skeleton rows={4} />}>
      {({ roles }) => (
        <Viewed view={organisation} part skeleton={<Skeleton rows={4} />}>
          {({ centres }) => <AssetForm asset={asset} choosable={choosableOf(centres, roles, asset)} />}
        </Viewed>
      )}
    </Viewed>
  );
}

interface Held {
  role: string;
  centre?: { id: string } | undefined;
}

/** Whoever works for a centre keeps that centre's assets; the security team keeps all. */
function choosableOf(
  all: readonly { id: string; title: string }[],
  roles: readonly Held[],
  asset: AssetView | undefined,
): Choosable {
  const centres = all.map(({ id, title }) => ({ id, title }));
  const forCentres = roles.filter(({ role }) => role === 'centreManager' || role === 'coordinator');
  const own = centres.filter(({ id }) => forCentres.some(({ centre }) => centre?.id === id));
  const all_ = own.length === 0 || roles.some(({ role }) => role === 'ciso' || role === 'securityTeam');
  const now = asset?.centre;
  const owners = now && !own.some(({ id }) => id === now.id) ? [now, ...own] : own;
  return { centres, owners: all_ ? centres : owners, whole: all_ || (asset !== undefined && !now) };
}
