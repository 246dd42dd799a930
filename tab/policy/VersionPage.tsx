import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { CampaignProgress } from '../deliveries/parts/CampaignProgress.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { recordHistory } from '../trail/parts/record-history.ts';
import { ReadVersion } from './ReadVersion.tsx';
import { ReviewDraft } from './ReviewDraft.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useShown } from './useChanges.ts';
import { useDiscard, useVersion } from './useVersion.ts';
import { ShowChoice, VersionChanges } from './VersionChanges.tsx';
import { StateNotice, VersionWay } from './VersionWay.tsx';
import styles from '../shared/ui/WrittenVersion.module.css';
import { PublishDialog } from './PublishDialog.tsx';

/** One version: a draft to continue or comment on, in approval, in force, or history. */
export function VersionPage() {
  const version = useVersion();
  return <Viewed view={version}>{(view) => <Version version={view} key={view.key} />}</Viewed>;
}

function Version({ version }: { version: PolicyVersionView }) {
  const [submitting, setSubmitting] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const shown = useShown(version);
  const { edit, submit, seeCampaign } = version.abilities;
  return (
    <Page
      title={version.title}
      above={[
        t('policy.version', { number: version.number }),
        ...whenText(version),
        t(`policy.change.${version.changeKind}`),
      ].join(' · ')}
      back={{ to: '/policy', page: t('policy.title') }}
      actions={
        <>
          {edit && <ButtonLink to={`/policy/edit/${version.key}`}>{t('policy.versions.edit')}</ButtonLink>}
          {submit && (
            <Button appearance="primary" onClick={() => setSubmitting(true)}>
              {version.approval ? t('policy.versions.submitAgain') : t('policy.submit.button')}
            </Button>
          )}
        </>
      }
    >
      <StateNotice version={version} />
      {seeCampaign && <CampaignProgress versionKey={version.key} />}
      <VersionWay version={version} />
      <ShowChoice version={version} shown={shown} />
      {shown.shown === 'changes' ? <VersionChanges version={version} shown={shown} /> : <Text version={version} />}
      <Facts version={version} />
      <PastApproval version={version} />
      <recordHistory.Part recordKey={version.key} />
      {edit && (
        <div className={styles.versionActions}>
          <Button appearance="subtle" onClick={() => setDiscarding(true)}>
            {t('policy.versions.discard')}
          </Button>
        </div>
      )}
      {submit && <SubmitDialog version={version} open={submitting} onClose={() => setSubmitting(false)} />}
      {edit && <DiscardDialog version={version} open={discarding} onClose={() => setDiscarding(false)} />}
    </Page>
  );
}

/** Whether it applies, and when: `Kommer 1. jan. 2027`, `Gælder nu, siden 24. nov. 2025`. */
function whenText({ state, effectiveOn }: PolicyVersionView): string[] {
  const date = asDate(effectiveOn);
  if (state === 'coming') return [t('policy.comesOn', { date })];
  if (state === 'published') return [t('policy.inForceSince', { date })];
  return [t(`policy.state.${state}`), t('policy.effective', { date })];
}

const Text = ({ version }: { version: PolicyVersionView }) =>
  version.abilities.readComments ? (
    <ReviewDraft version={version} />
  ) : (
    <ReadVersion version={version} acknowledge={version.state === 'published'} />
  );

/** On whose authority it was published, and the hash of receipts. */
function Facts({ version }: { version: PolicyVersionView }) {
  if (!version.publishedAt) return null;
  return (
    <section className="section quiet">
      <p>{publishedText(version)}</p>
      {version.contentHash && (
        <p>
          {t('policy.hash')}: <span className={styles.hash}>{version.contentHash}</span>
        </p>
      )}
    </section>
  );
}

function publishedText({ publishedAt = '', publishedBy, publishReason, approval }: PolicyVersionView): string {
  const date = asDate(publishedAt);
  const name = publishedBy?.name;
  if (name === undefined) return t('policy.publishedOn', { date });
  if (publishReason) return `${t('policy.published', { date, name })}: ${publishReason}`;
  const wasApproved = approval?.state === 'approved' && approval.purpose === undefined;
  return t(wasApproved ? 'policy.publishedApproved' : 'policy.published', { date, name });
}

function DiscardDialog(props: { version: PolicyVersionView; open: boolean; onClose: () => void }) {
  const { busy, error, discard } = useDiscard(props.version);
  return (
    <ActDialog
      open={props.open}
      title={t('policy.versions.discard')}
      onClose={props.onClose}
      act={{ text: t('policy.versions.discard'), busyText: t('policy.versions.discard'), busy, press: discard }}
    >
      <p>{t('policy.versions.discardConfirm', { number: props.version.number })}</p>
      <ActFailed error={error} />
    </ActDialog>
  );
}

/** Publishing without approval, when urgent: below everything else. */
function PastApproval({ version }: { version: PolicyVersionView }) {
  const [open, setOpen] = useState(false);
  if (!version.abilities.publish) return null;
  return (
    <section className="section" aria-labelledby="past-approval">
      <h2 className="section-title" id="past-approval">
        {t('policy.past.title')}
      </h2>
      <p className="section-text">{t('policy.past.text')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('policy.past.button')}</Button>
      </div>
      <PublishDialog version={version} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}
