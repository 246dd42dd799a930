import { Button } from '@fluentui/react-button';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { CampaignProgress } from '../deliveries/CampaignProgress.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { ReadVersion } from './ReadVersion.tsx';
import { useDiscard, useVersion } from './useVersion.ts';
import './PolicyPage.css';

/** One version: a draft to go on with, the one in force, or one that is history. */
export function VersionPage() {
  const version = useVersion();
  return <Viewed view={version}>{(view) => <Version version={view} key={view.key} />}</Viewed>;
}

function Version({ version }: { version: PolicyVersionView }) {
  const [publishing, setPublishing] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const { edit, publish, seeCoverage } = version.abilities;
  return (
    <Page
      title={version.title}
      above={[
        t('policy.version', { number: version.number }),
        t(`policy.state.${version.state}`),
        t('policy.effective', { date: asDate(version.effectiveOn) }),
        t(`policy.change.${version.changeKind}`),
      ].join(' · ')}
      back={{ to: '/policy', page: t('policy.title') }}
      actions={
        <>
          {edit && (
            <Button appearance="subtle" onClick={() => setDiscarding(true)}>
              {t('policy.versions.discard')}
            </Button>
          )}
          {edit && <ButtonLink to={`/policy/edit/${version.key}`}>{t('policy.versions.edit')}</ButtonLink>}
          {publish && (
            <Button appearance="primary" onClick={() => setPublishing(true)}>
              {t('policy.versions.publish')}
            </Button>
          )}
        </>
      }
    >
      <StateNotice version={version} />
      {seeCoverage && version.state !== 'draft' && <CampaignProgress versionKey={version.key} />}
      <ReadVersion version={version} acknowledge={version.state === 'published'} />
      <Facts version={version} />
      {publish && <PublishDialog version={version} open={publishing} onClose={() => setPublishing(false)} />}
      {edit && <DiscardDialog version={version} open={discarding} onClose={() => setDiscarding(false)} />}
    </Page>
  );
}

function StateNotice({ version }: { version: PolicyVersionView }) {
  if (version.state === 'draft') return <Notice tone="info">{t('policy.draftNotice')}</Notice>;
  if (version.state === 'published') return null;
  return (
    <Notice tone="info">
      {t('policy.notInForce')} <Link href="/policy">{t('policy.readCurrent')}</Link>
    </Notice>
  );
}

/** Who published it, why, and the hash that receipts refer to. */
function Facts({ version }: { version: PolicyVersionView }) {
  if (!version.publishedAt) return null;
  const date = asDate(version.publishedAt);
  return (
    <section className="section quiet">
      <p>
        {version.publishedBy
          ? t('policy.published', { date, name: version.publishedBy.name })
          : t('policy.publishedOn', { date })}
        {version.publishReason && <>: {version.publishReason}</>}
      </p>
      {version.contentHash && (
        <p>
          {t('policy.hash')}: <span className="hash">{version.contentHash}</span>
        </p>
      )}
    </section>
  );
}

function DiscardDialog(props: { version: PolicyVersionView; open: boolean; onClose: () => void }) {
  const { busy, error, discard } = useDiscard(props.version);
  return (
    <AskDialog
      open={props.open}
      title={t('policy.versions.discard')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <ActButton appearance="primary" busy={busy} busyText={t('policy.versions.discard')} onClick={discard}>
            {t('policy.versions.discard')}
          </ActButton>
        </>
      }
    >
      <p>{t('policy.versions.discardConfirm', { number: props.version.number })}</p>
      <ActFailed error={error} />
    </AskDialog>
  );
}
