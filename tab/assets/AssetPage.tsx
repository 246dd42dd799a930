import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssetView } from '../../api/assets/contract.ts';
import { restorePlan } from '../contingency/plans/parts/restore-plan.ts';
import { RisksNav } from '../shared/navigation/RisksNav.tsx';
import { useMe } from '../shared/me.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { recordHistory } from '../trail/parts/record-history.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { AssetRelations, AssetLinks, References } from './AssetRelations.tsx';
import { Happened } from './Happened.tsx';
import { Status } from './Status.tsx';
import { useAsset, useReinstate, useRetire } from './useAsset.ts';
import { pathOf } from './words.ts';
import styles from './Assets.module.css';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';

/** One asset: assessment status, events, facts, and relations. */
export function AssetPage() {
  const asset = useAsset();
  return <Viewed view={asset}>{(view) => <Asset asset={view} key={view.key} />}</Viewed>;
}

function Asset({ asset }: { asset: AssetView }) {
  const reinstate = useReinstate(asset);
  const me = useMe();
  // An owner without a role sees the own asset, and no links to the rest.
  const seesAll = me.data?.abilities.seeRisks === true;
  return (
    <Page
      title={asset.title}
      above={<Above asset={asset} />}
      back={seesAll ? { to: '/risks/assets', page: t('assets.one.back') } : { to: '/', page: t('common.nav.home') }}
      actions={<Actions asset={asset} reinstate={reinstate} />}
    >
      {seesAll && <RisksNav />}
      <ActFailed error={reinstate.error} />
      <div className={styles.assetParts}>
        <div className={styles.assetMain}>
          {isAssessedOrWillBe(asset) && <Status asset={asset} />}
          {asset.state !== 'retired' && <Happened asset={asset} />}
          {asset.kind === 'system' && asset.state !== 'retired' && (
            <restorePlan.Part system={{ key: asset.key, ownerId: asset.owner?.id }} />
          )}
          <AssetRelations asset={asset} />
        </div>
        <AssetFacts asset={asset} seesContingency={asset.state !== 'retired'} />
      </div>
      <recordHistory.Part recordKey={asset.key} />
      <div>
        <p className="quiet">
          {t('assets.one.changed', { moment: asMoment(asset.changedAt), name: asset.changedBy.name })}
        </p>
        <AsOf freshness={asset.freshness} />
      </div>
    </Page>
  );
}

/** For retired assets only an earlier result is shown. */
const isAssessedOrWillBe = ({ state, status }: AssetView) => state !== 'retired' || status.assessment !== 'none';

const Above = ({ asset: { kind, state } }: { asset: AssetView }) => (
  <>
    {t(`risks.kind.${kind}`)} <span className="tag">{t(`risks.assetState.${state}`)}</span>
  </>
);

function Actions({ asset, reinstate }: { asset: AssetView; reinstate: ReturnType<typeof useReinstate> }) {
  const [retiring, setRetiring] = useState(false);
  const { abilities, state, key } = asset;
  return (
    <>
      {abilities.edit && <ButtonLink to={`${pathOf(key)}/edit`}>{t('assets.one.edit')}</ButtonLink>}
      {abilities.retire && state === 'retired' && (
        <ActButton busy={reinstate.busy} busyText={t('assets.one.reinstating')} onClick={reinstate.press}>
          {t('assets.one.reinstate')}
        </ActButton>
      )}
      {abilities.retire && state !== 'retired' && (
        <Button onClick={() => setRetiring(true)}>{t('assets.one.retire')}</Button>
      )}
      {(abilities.retire || retiring) && (
        <RetireDialog asset={asset} open={retiring} onClose={() => setRetiring(false)} />
      )}
    </>
  );
}

const fewest = 3;

/** All references to it, in words, before it is retired. */
function RetireDialog({ asset, open, onClose }: { asset: AssetView; open: boolean; onClose: () => void }) {
  const state = useRetire(asset, onClose);
  const { title, neededBy, references } = asset;
  return (
    <FormDialog
      open={open}
      title={t('assets.retire.title', { title })}
      onClose={onClose}
      state={state}
      button={t('assets.one.retire')}
      busyText={t('assets.retire.working')}
    >
      <Consequence first={refersTo(asset)}>
        <p>{t('assets.retire.stays')}</p>
      </Consequence>
      {neededBy.length > 0 && (
        <div>
          <h3 className="card-title">{t('assets.retire.neededTitle')}</h3>
          <AssetLinks assets={neededBy} />
        </div>
      )}
      {references.length > 0 && (
        <div>
          <h3 className="card-title">{t('assets.retire.referredTitle')}</h3>
          <References references={references} />
        </div>
      )}
      <FormField
        control={state.control}
        name="reason"
        label={t('assets.retire.reason')}
        hint={t('assets.retire.reasonHint')}
        rows={2}
        rules={{ validate: (text) => text.trim().length >= fewest || t('assets.retire.tooShort') }}
      />
    </FormDialog>
  );
}

function refersTo({ neededBy, references }: AssetView): string {
  const texts = [
    ...(neededBy.length > 0 ? [t('assets.retire.needed', { count: neededBy.length })] : []),
    ...(references.length > 0 ? [t('assets.retire.referred', { count: references.length })] : []),
  ];
  return texts.length === 0 ? t('assets.retire.nothing') : texts.join(' ');
}
