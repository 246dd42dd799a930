import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { AudiencePreview, PolicyVersionView } from '../../api/policy/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { asDate, asDay, asNumber, dayAndTime, t, textOf } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { usePublish } from './usePublish.ts';
import { Check } from '../shared/ui/Check.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './PublishDialog.module.css';

/** Before a publication its consequence in words; then the reason, and a confirmation. */
export function PublishDialog(props: { version: PolicyVersionView; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const publish = usePublish(version, open, onClose);
  const reason = useRef<HTMLTextAreaElement | null>(null);
  const seen = useRef<HTMLInputElement>(null);
  const sends = (publish.audience.data?.reachable ?? 1) > 0;
  const press = () => {
    publish.publish();
    if (publish.reason.trim().length < 10) reason.current?.focus();
    else if (!publish.seen) seen.current?.focus();
  };
  return (
    <AskDialog
      open={open}
      title={t('policy.publish.title', { number: version.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {publish.audience.data && (
            <ActButton appearance="primary" busy={publish.busy} busyText={t('policy.publish.working')} onClick={press}>
              {sends ? t('policy.publish.button') : t('policy.publish.buttonQuiet')}
            </ActButton>
          )}
        </>
      }
    >
      <Viewed view={publish.audience} skeleton={<Skeleton rows={3} />}>
        {(audience) => (
          <div className={styles.publish}>
            <Audience audience={audience} acknowledgeBy={publish.choice?.acknowledgeBy ?? audience.acknowledgeBy} />
            <When publish={publish} />
            {publish.choice?.overtakes !== undefined && (
              <Notice tone="warning" live>
                <p>{t('policy.publish.overtakes', { number: publish.choice.overtakes })}</p>
              </Notice>
            )}
            <Field
              label={t('policy.publish.reason')}
              hint={t('policy.publish.reasonHint')}
              required
              {...(publish.reasonError ? { validationMessage: publish.reasonError } : {})}
            >
              <Textarea
                ref={(element: HTMLTextAreaElement | null) => void (reason.current = element)}
                rows={3}
                resize="vertical"
                value={publish.reason}
                onChange={(_, data) => publish.changeReason(data.value)}
              />
            </Field>
            <div>
              <Check
                ref={(element) => void (seen.current = element)}
                checked={publish.seen}
                aria-invalid={publish.seenError !== undefined}
                aria-describedby="seen-error"
                onChange={(event) => publish.setSeen(event.target.checked)}
              >
                {t('policy.publish.confirm')}
              </Check>
              <p className={styles.fieldError} id="seen-error" role="alert">
                {publish.seenError}
              </p>
            </div>
            <ActFailed error={publish.error} />
          </div>
        )}
      </Viewed>
    </AskDialog>
  );
}

/** When its cards are sent, if there is a choice: outside working hours, or before its own first day. */
function When({ publish: { choices, choice, choose } }: { publish: ReturnType<typeof usePublish> }) {
  if (choices.length < 2) return null;
  const isLate = choices.some(({ when }) => when === 'morning');
  return (
    <fieldset className="choices">
      <legend>{t('policy.publish.when')}</legend>
      {choices.map(({ when, effectiveOn, cardsAt }) => {
        const words = when === 'now' && isLate ? 'nowLate' : when;
        const moment = cardsAt === undefined ? {} : dayAndTime(cardsAt);
        return (
          <Choice
            key={when}
            name="when"
            checked={choice?.when === when}
            onChange={() => choose(when)}
            title={beginning(t(`policy.publish.choice.${words}.title`, moment))}
            text={t(`policy.publish.choice.${words}.text`, { date: asDate(effectiveOn) })}
          />
        );
      })}
    </fieldset>
  );
}
/** A weekday at the start of a line. */
const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Audience({ audience, acknowledgeBy }: { audience: AudiencePreview; acknowledgeBy: string }) {
  const unreachable = audience.people - audience.reachable;
  const centres = audience.centres.filter((row) => row.centre && row.people > 0).length;
  return (
    <>
      <Consequence
        first={
          audience.reachable === 0
            ? t('policy.publish.nobody')
            : t('policy.publish.reaches', {
                count: audience.reachable,
                centres: t('policy.publish.centres', { count: centres }),
              })
        }
      >
        {unreachable > 0 && (
          <p>
            <Link href="/policy/unreachable">{t('policy.publish.unreachable', { count: unreachable })}</Link>
          </p>
        )}
        {audience.carriedOver > 0 && <p>{t('policy.publish.carriedOver', { count: audience.carriedOver })}</p>}
        {audience.people > 0 && (
          <p>
            {t(audience.changeKind === 'minor' ? 'policy.publish.dueKept' : 'policy.publish.due', {
              day: asDay(acknowledgeBy),
            })}
          </p>
        )}
        {audience.reachable > 0 && (
          <p className="quiet">{t('policy.publish.takes', { duration: asDuration(audience.sendSeconds) })}</p>
        )}
      </Consequence>
      {audience.people > 0 && (
        <details className={styles.publishDetails} open>
          <summary>{t('policy.publish.byCentre')}</summary>
          <ByCentre audience={audience} />
        </details>
      )}
      {unreachable > 0 && (
        <details className={styles.publishDetails}>
          <summary>{t('policy.publish.whyNot')}</summary>
          <ul>
            {audience.unreachable.map(({ reason, people }) => (
              <li key={reason}>
                {textOf(`deliveries.reason.${reason}`) ?? t('deliveries.reason.other')}:{' '}
                {t('common.people', { count: people })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const ByCentre = ({ audience }: { audience: AudiencePreview }) => (
  <table className={styles.publishTable}>
    <thead>
      <tr>
        <th scope="col">{t('common.word.centre')}</th>
        <th scope="col">{t('policy.coverage.people')}</th>
        <th scope="col">{t('policy.publish.notReached')}</th>
      </tr>
    </thead>
    <tbody>
      {audience.centres.map((row) => (
        <tr key={row.centre?.id ?? ''}>
          <th scope="row">{row.centre?.title ?? t('common.noCentre')}</th>
          <td>{asNumber(row.people)}</td>
          <td>{asNumber(row.unreachable)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
