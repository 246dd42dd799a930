import { Button } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import type { ReactNode } from 'react';
import type { NudgeView } from '../../api/awareness/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import type { ApiRequest } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import styles from './Awareness.module.css';

/** Recipients: a centre's, or those selected. */
export interface Wanted {
  title: string;
  body: NonNullable<ApiRequest<'POST /api/learning/rounds/:roundKey/nudge'>['body']>;
}

/** Opens the dialog; while nobody may be reminded it shows when again, and is disabled. */
export function NudgeButton(props: {
  label?: string;
  /** Earliest next reminder; absent: now. */
  again: string | undefined;
  onPress: () => void;
  children: ReactNode;
}) {
  const { again } = props;
  return (
    <div className={styles.nudge}>
      <Button
        size="small"
        icon={<AlertRegular />}
        disabledFocusable={again !== undefined}
        {...(props.label ? { 'aria-label': props.label } : {})}
        onClick={() => again === undefined && props.onPress()}
      >
        {props.children}
      </Button>
      {again && <span className="quiet">{t('awareness.nudge.again', { date: asDate(dayOf(again)) })}</span>}
    </div>
  );
}

/** Effect of the reminder, in words, before it is sent; then the result. */
export function NudgeDialog(props: {
  roundKey: string;
  wanted: Wanted;
  open: boolean;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { roundKey, wanted, open, onClose, onDone } = props;
  const request = { params: { roundKey }, body: wanted.body };
  const preview = useView('POST /api/learning/rounds/:roundKey/nudge/preview', request, { enabled: open });
  const act = useAct('POST /api/learning/rounds/:roundKey/nudge');
  const send = () =>
    act.mutate(request, {
      onSuccess: (result) => {
        notify(
          result.nudged === 0
            ? t('awareness.nudge.nobody')
            : [
                t('awareness.nudge.done', { count: result.nudged, date: asDate(result.day) }),
                ...skippedTexts(result),
              ].join(' '),
        );
        onClose();
        onDone?.();
      },
    });
  return (
    <AskDialog
      open={open}
      title={wanted.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {preview.data && preview.data.nudged > 0 && (
            <ActButton appearance="primary" busy={act.isPending} busyText={t('common.word.sending')} onClick={send}>
              {t('awareness.nudge.send')}
            </ActButton>
          )}
        </>
      }
    >
      <Viewed view={preview} skeleton={<Skeleton rows={1} />}>
        {(would) => (
          <div className={styles.learningForm}>
            <Consequence
              first={
                would.nudged === 0
                  ? t('awareness.nudge.nobody')
                  : t('awareness.nudge.gets', { count: would.nudged, date: asDate(would.day) })
              }
            >
              {skippedTexts(would).map((text) => (
                <p key={text}>{text}</p>
              ))}
            </Consequence>
            <p className="quiet">{t('awareness.nudge.rule')}</p>
            <ActFailed error={act.error} />
          </div>
        )}
      </Viewed>
    </AskDialog>
  );
}

const skippedTexts = ({ skipped }: NudgeView): string[] =>
  skipped
    .filter(({ people }) => people > 0)
    .map(({ reason, people }) => t(`awareness.nudge.skipped.${reason}`, { count: people }));
