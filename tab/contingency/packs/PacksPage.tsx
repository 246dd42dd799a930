import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { PackRow, PacksView, PackView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { ActFailed, Blank } from '../../shared/ui/Failed.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PackTable } from './PackTable.tsx';
import { statuses, usePacks, type Packs } from './usePacks.ts';
import styles from './Packs.module.css';
import { useForm } from '../../shared/forms/useForm.ts';
import { useMe } from '../../shared/me.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';

/** Centres with the newest plans printed and in place, and the packs to download. */
export function PacksPage() {
  const packs = usePacks();
  return (
    <Viewed view={packs.view}>
      {(answer) => (
        <Page title={answerOf(answer)} above={t('offlinePacks.workbook.sheet')} lead={restOf(answer)}>
          <ContingencyNav />
          {answer.rows.every(({ status }) => status === 'none') ? (
            <NoPacks />
          ) : (
            <Filled packs={packs} answer={answer} />
          )}
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** "9 af 11 centre har den nyeste." Centres without a plan have nothing to put in place. */
function answerOf({ counts: { placed, old, notPlaced, coming } }: PacksView): string {
  const count = placed + old + notPlaced + coming;
  if (count === 0) return t('offlinePacks.workbook.sheet');
  if (count === placed) return t('offlinePacks.list.all', { count });
  return t('offlinePacks.list.sum', { count, placed });
}

/** Status of the others; what packs are. */
function restOf({ counts: { old, notPlaced, coming } }: PacksView): string {
  return [
    ...(old > 0 ? [t('offlinePacks.list.old', { count: old })] : []),
    ...(notPlaced > 0 ? [t('offlinePacks.list.notPlaced', { count: notPlaced })] : []),
    ...(coming > 0 ? [t('offlinePacks.list.coming', { count: coming })] : []),
    t('offlinePacks.list.lead'),
  ].join(' ');
}

function NoPacks() {
  return (
    <Blank
      title={t('offlinePacks.list.empty')}
      text={t('offlinePacks.list.emptyText')}
      actions={
        <ButtonLink to="/contingency/plans" appearance="primary">
          {t('offlinePacks.list.writePlan')}
        </ButtonLink>
      }
    />
  );
}

function Filled({ packs, answer }: { packs: Packs; answer: PacksView }) {
  const [placing, setPlacing] = useState<PackRow>();
  const [history, setHistory] = useState<PackRow>();
  const rows = answer.rows.filter(({ status }) => packs.status === undefined || status === packs.status);
  return (
    <>
      <section className="section" aria-labelledby="packs">
        <h2 className="section-title" id="packs">
          {t('offlinePacks.list.centres')}
        </h2>
        <div className="filters">
          <Narrow
            label={t('common.word.show')}
            all={t('common.word.showAll')}
            value={packs.status}
            options={statuses.map((value) => ({
              value,
              text: `${t(`offlinePacks.standing.${value}`)} (${answer.counts[value]})`,
            }))}
            onChange={packs.choose}
          />
          <Button icon={<ArrowDownloadRegular />} onClick={() => packs.excel.mutate()}>
            {t('common.word.excel')}
          </Button>
        </div>
        <ActFailed error={packs.error} />
        {rows.length === 0 ? (
          <p className="section-text">{t('offlinePacks.list.noneHere')}</p>
        ) : (
          <PackTable rows={rows} packs={packs} onPlace={setPlacing} onHistory={setHistory} />
        )}
      </section>
      <HowTo />
      {placing?.latest && <PlaceDialog row={placing} pack={placing.latest} onClose={() => setPlacing(undefined)} />}
      {history && <HistoryDialog centreId={history.centre.id} onClose={() => setHistory(undefined)} />}
    </>
  );
}

/** How to get a pack on paper, a phone and a USB stick. */
function HowTo() {
  return (
    <section className="section" aria-labelledby="how">
      <h2 className="section-title" id="how">
        {t('offlinePacks.how.title')}
      </h2>
      <ul className={styles.packHow}>
        {(['paper', 'phone', 'usb', 'code'] as const).map((key) => (
          <li key={key}>{t(`offlinePacks.how.${key}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Records a printed pack's place; prefilled with the previous one. */
function PlaceDialog({ row, pack, onClose }: { row: PackRow; pack: PackView; onClose: () => void }) {
  const today = useMe().data?.today ?? '';
  const state = useForm({
    start: { place: row.placement?.place ?? '', placedOn: today },
    send: (body, api) => api('POST /api/contingency/packs/:packKey/placed', { params: { packKey: pack.key }, body }),
    saved: t('offlinePacks.dialog.saved'),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      title={t('offlinePacks.dialog.title', { number: pack.number })}
      onClose={onClose}
      state={state}
      button={t('offlinePacks.dialog.save')}
    >
      <p>{t('offlinePacks.dialog.text')}</p>
      <FormField
        control={control}
        name="place"
        label={t('offlinePacks.dialog.place')}
        hint={t('offlinePacks.dialog.placeHint')}
        rules={{
          validate: (text) => text.trim() !== '' || t('offlinePacks.dialog.placeMissing'),
          ...atMost(200),
        }}
      />
      <FormField
        control={control}
        name="placedOn"
        type="date"
        label={t('offlinePacks.dialog.on')}
        rules={{
          validate: (date) => (date !== '' && (today === '' || date <= today)) || t('offlinePacks.dialog.onMissing'),
        }}
      />
    </FormDialog>
  );
}
