import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';

/** The next version, to everybody: the one valid until then, and a link to read it. */
export function ComingNotice(props: { versions: readonly PolicyVersionRow[]; current: string | undefined }) {
  const coming = props.versions.filter(({ state }) => state === 'coming');
  const date = (version: PolicyVersionRow) => asDate(version.effectiveOn);
  return coming.map((version) => (
    <Notice
      key={version.key}
      tone="info"
      actions={<ButtonLink to={`/policy/versions/${version.key}`}>{t('policy.coming.read')}</ButtonLink>}
    >
      {props.current === undefined
        ? t('policy.coming.first', { number: version.number, date: date(version) })
        : t('policy.coming.notice', { number: version.number, date: date(version), current: props.current })}
    </Notice>
  ));
}

/** Drafts awaiting the reader: to be continued, corrected, or commented on. */
export const DraftNotices = ({ versions }: { versions: readonly PolicyVersionRow[] }) =>
  versions.map((version) => <DraftNotice key={version.key} version={version} />);

function DraftNotice({ version }: { version: PolicyVersionRow }) {
  const { key, number, state, approval, abilities } = version;
  if (state !== 'draft' || (!abilities.edit && !abilities.comment)) return null;
  const path = `/policy/versions/${key}`;
  if (!abilities.edit)
    return (
      <Notice tone="info" actions={<ButtonLink to={path}>{t('policy.versions.commentDraft')}</ButtonLink>}>
        {t('policy.versions.draftToRead', { number })}
      </Notice>
    );
  const stopped = approval && approval.state !== 'open' && approval.state !== 'approved' ? approval.state : undefined;
  return (
    <Notice
      tone={stopped ? 'warning' : 'info'}
      actions={<ButtonLink to={path}>{t('policy.versions.openDraft')}</ButtonLink>}
    >
      {stopped ? t(`policy.stoppedNotice.${stopped}`, { number }) : t('policy.versions.draftWaits', { number })}
    </Notice>
  );
}
