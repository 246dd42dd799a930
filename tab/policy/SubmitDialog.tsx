import type { WayView } from '../../api/approvals/contract.ts';
import type { AudiencePreview, PolicyVersionView } from '../../api/policy/contract.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { listed } from './approval-texts.ts';
import styles from './PublishDialog.module.css';
import { useAct, useView } from '../shared/api/queries.ts';
import { notify } from '../shared/ui/notify.ts';

/** Before submission: approvers in order, and the effects of approval. */
export function SubmitDialog(props: { version: PolicyVersionView; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const { audience, openComments, busy, error, submit } = useSubmit(version, open, onClose);
  const today = useMe().data?.today ?? version.effectiveOn;
  const way = version.way ?? [];
  const empty = way.filter(({ rule, people }) => rule !== 'external' && people.length === 0);
  return (
    <ActDialog
      open={open}
      title={t('policy.submit.title', { number: version.number })}
      onClose={onClose}
      act={{ text: t('policy.submit.button'), busyText: t('common.word.sending'), busy, press: submit }}
    >
      <div className={styles.publish}>
        <Consequence first={firstText(way)}>
          {way.length > 1 && (
            <p>{t('policy.submit.then', { bodies: listed(way.slice(1).map(({ body }) => t(`roles.${body}`))) })}</p>
          )}
          <p>{t('policy.submit.frozen')}</p>
          {version.effectiveOn > today && (
            <p>{t('policy.submit.appliesFrom', { date: asDate(version.effectiveOn) })}</p>
          )}
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
    </ActDialog>
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

/** Effects of a submission, fetched while the dialog is open. */
function useSubmit(version: PolicyVersionView, open: boolean, onDone: () => void) {
  const params = { versionKey: version.key };
  const audience = useView('GET /api/policy/versions/:versionKey/audience', { params }, { enabled: open });
  const comments = useView('GET /api/policy/versions/:versionKey/comments', { params }, { enabled: open });
  const act = useAct('POST /api/policy/versions/:versionKey/submit');
  return {
    audience,
    openComments: comments.data?.open ?? 0,
    busy: act.isPending,
    error: act.error,
    submit: () =>
      act.mutate(
        { params },
        {
          onSuccess: () => {
            notify(t('policy.submit.done', { number: version.number }));
            onDone();
          },
        },
      ),
  };
}
