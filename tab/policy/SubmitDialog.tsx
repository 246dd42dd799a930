import { Button } from '@fluentui/react-button';
import type { WayView } from '../../api/approvals/contract.ts';
import type { AudiencePreview, PolicyVersionView } from '../../api/policy/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { listed } from './approval-texts.ts';
import { useSubmit } from './useSubmit.ts';
import './PublishDialog.css';

/** Before it is sent: who gets it in which order, and what follows when all have approved. */
export function SubmitDialog(props: { version: PolicyVersionView; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const { audience, openComments, busy, error, submit } = useSubmit(version, open, onClose);
  const way = version.way ?? [];
  const empty = way.filter(({ rule, people }) => rule !== 'external' && people.length === 0);
  return (
    <AskDialog
      open={open}
      title={t('policy.submit.title', { number: version.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <ActButton appearance="primary" busy={busy} busyText={t('policy.submit.working')} onClick={submit}>
            {t('policy.submit.button')}
          </ActButton>
        </>
      }
    >
      <div className="publish">
        <Consequence first={firstText(way)}>
          {way.length > 1 && (
            <p>{t('policy.submit.then', { bodies: listed(way.slice(1).map(({ body }) => t(`roles.${body}`))) })}</p>
          )}
          <p>{t('policy.submit.frozen')}</p>
          <Viewed view={audience} skeleton={<Skeleton rows={1} />}>
            {(found) => <p>{afterwardsText(found)}</p>}
          </Viewed>
          {version.changeKind === 'major' && <p>{t('policy.submit.plan')}</p>}
        </Consequence>
        {empty.map(({ body }) => (
          <Notice key={body} tone="warning">
            {t('policy.submit.noPeople', { body: t(`roles.${body}`) })}
          </Notice>
        ))}
        {openComments > 0 && <Notice tone="warning">{t('policy.submit.openComments', { count: openComments })}</Notice>}
        <ApprovalWay way={way} />
        <ActFailed error={error} />
      </div>
    </AskDialog>
  );
}

const shown = 6;
function firstText([first]: WayView): string {
  if (!first) return '';
  const body = t(`roles.${first.body}`);
  const names = first.people.slice(0, shown).map(({ name }) => name);
  const more = first.people.length - names.length;
  if (names.length === 0) return t('policy.submit.firstNobody', { body });
  const people = more > 0 ? `${names.join(', ')} ${t('common.way.more', { count: more })}` : listed(names);
  return t('policy.submit.first', { body, people });
}

const afterwardsText = ({ people }: AudiencePreview): string =>
  people === 0 ? t('policy.submit.publishedQuietly') : t('policy.submit.published', { count: people });
