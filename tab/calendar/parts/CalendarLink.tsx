import { Button, Field, Input } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { useAct, useView } from '../../shared/api/queries.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { AskDialog } from '../../shared/ui/AskDialog.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { notifyAfter } from '../../shared/ui/notify.ts';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import styles from './CalendarLink.module.css';

/** Secret calendar link to the reader's tasks in Outlook. */
export function CalendarLink() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarAddRegular />} onClick={() => setOpen(true)}>
        {t('calendar.button')}
      </Button>
      <LinkDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function LinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const feed = useView('GET /api/calendar-feed', {}, { enabled: open });
  const make = useAct('POST /api/calendar-feed');
  const stop = useAct('DELETE /api/calendar-feed');
  const active = feed.data?.active === true;
  const link = active ? make.data?.url : undefined;
  return (
    <AskDialog
      open={open}
      title={t('calendar.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {active && (
            <ActButton
              busy={stop.isPending}
              busyText={t('calendar.stopping')}
              onClick={() => notifyAfter(stop.mutateAsync({}), t('calendar.stopped'))}
            >
              {t('calendar.stop')}
            </ActButton>
          )}
          <ActButton
            appearance={active ? 'secondary' : 'primary'}
            busy={make.isPending}
            busyText={t('calendar.making')}
            onClick={() => make.mutate({})}
          >
            {active ? t('calendar.makeNew') : t('calendar.make')}
          </ActButton>
        </>
      }
    >
      <Viewed view={feed} skeleton={<Skeleton rows={2} />}>
        {({ madeAt }) => (
          <div className={styles.calendarLink}>
            <p>{t('calendar.text')}</p>
            {active && !link && madeAt && <p>{t('calendar.has', { date: asDate(madeAt) })}</p>}
            {link && <Address link={link} />}
            <ol className={styles.linkSteps}>
              <li>{t('calendar.step1')}</li>
              <li>{t('calendar.step2')}</li>
              <li>{t('calendar.step3')}</li>
            </ol>
            <p className="quiet">{t('calendar.secret')}</p>
            <ActFailed error={make.error ?? stop.error} />
          </div>
        )}
      </Viewed>
    </AskDialog>
  );
}

function Address({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className={styles.calendarAddress}>
      <Field label={t('calendar.address')}>
        <Input readOnly value={link} onFocus={(event) => event.target.select()} />
      </Field>
      <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy().catch(() => setCopied(false))}>
        <span aria-live="polite">{copied ? t('common.copied') : t('common.copy')}</span>
      </Button>
    </div>
  );
}
