import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { SheetView } from '../../api/sign-sheets/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { SheetOnPaper } from './SheetOnPaper.tsx';
import { Check } from '../shared/ui/Check.tsx';
import styles from './SignSheets.module.css';

/** One sheet: to print before the meeting, tick after. */
export function SheetPage() {
  const { sheetKey = '' } = useParams<{ sheetKey: string }>();
  const view = useView('GET /api/sign-sheets/:sheetKey', { params: { sheetKey } });
  return <Viewed view={view}>{(sheet) => <Sheet sheet={sheet} />}</Viewed>;
}

function Sheet({ sheet }: { sheet: SheetView }) {
  const { people, ticked, recorded, done } = sheet.counts;
  const about = { way: t(`signSheets.way.${sheet.way}`), day: asDate(sheet.heldOn), place: sheet.place };
  return (
    <Page
      title={t('signSheets.sheet.answer', { signed: ticked + recorded + done, people })}
      above={sheet.title}
      lead={sheet.place === '' ? t('signSheets.sheet.aboutNoPlace', about) : t('signSheets.sheet.about', about)}
      back={{ to: '/sign-sheets', page: t('signSheets.sheet.backTo') }}
      actions={
        <Button icon={<PrintRegular />} onClick={() => print()}>
          {t('signSheets.sheet.print')}
        </Button>
      }
    >
      <Ticks sheet={sheet} />
      <section className={`card ${styles.sheetPreview}`} aria-labelledby="sheet-preview">
        <h2 className="section-title" id="sheet-preview">
          {t('signSheets.sheet.preview')}
        </h2>
        <SheetOnPaper sheet={sheet} />
      </section>
      <AsOf freshness={sheet.freshness} />
    </Page>
  );
}

/** Optimistic ticks, replaced by the answer; failures are reverted. */
function useTicks({ key }: SheetView) {
  const act = useAct('PUT /api/sign-sheets/:sheetKey/signed');
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());
  return {
    busy: act.isPending,
    error: act.error,
    isOn: ({ person, state }: Row) => pressed.get(person.id) ?? state !== 'open',
    tick: (personIds: string[], signed: boolean) => {
      const before = pressed;
      setPressed(new Map([...pressed, ...personIds.map((id) => [id, signed] as const)]));
      act.mutate({ params: { sheetKey: key }, body: { personIds, signed } }, { onError: () => setPressed(before) });
    },
  };
}

function Ticks({ sheet }: { sheet: SheetView }) {
  const ticks = useTicks(sheet);
  const [isAsking, setAsking] = useState(false);
  const canTick = sheet.abilities.tick && sheet.held;
  const open = sheet.people.filter(({ state }) => state === 'open').map(({ person }) => person.id);
  return (
    <section className={`card ${styles.sheetTicks}`} data-part="sheet-ticks" aria-labelledby="sheet-ticks">
      <h2 className="section-title" id="sheet-ticks">
        {t('signSheets.sheet.tickTitle')}
      </h2>
      <p className="section-text">
        {sheet.held ? t('signSheets.sheet.tickText') : t('signSheets.sheet.notYet', { day: asDate(sheet.heldOn) })}
      </p>
      <DataTable
        caption={t('signSheets.sheet.tickTitle')}
        columns={columns(canTick, ticks)}
        rows={sheet.people}
        rowKey={({ person }) => person.id}
      />
      <ActFailed error={ticks.error} />
      {canTick && (
        <div className={styles.sheetFields}>
          {open.length > 0 && (
            <Button disabledFocusable={ticks.busy} onClick={() => ticks.tick(open, true)}>
              {t('signSheets.sheet.everybody')}
            </Button>
          )}
          {sheet.counts.ticked > 0 && (
            <Button appearance="primary" onClick={() => setAsking(true)}>
              {t('signSheets.sheet.record', { count: sheet.counts.ticked })}
            </Button>
          )}
        </div>
      )}
      {sheet.recordedAt !== undefined && (
        <p className="section-text">{t('signSheets.sheet.byItself', { moment: asMoment(sheet.recordedAt) })}</p>
      )}
      <RecordDialog sheet={sheet} open={isAsking} onClose={() => setAsking(false)} />
    </section>
  );
}

function RecordDialog({ sheet, open, onClose }: { sheet: SheetView; open: boolean; onClose: () => void }) {
  const act = useAct('POST /api/sign-sheets/:sheetKey/record');
  const press = () =>
    act.mutate(
      { params: { sheetKey: sheet.key } },
      {
        onSuccess: () => {
          notify(t('signSheets.sheet.recorded'));
          onClose();
        },
      },
    );
  const { ticked: count } = sheet.counts;
  return (
    <ActDialog
      open={open}
      title={t('signSheets.sheet.recordTitle')}
      onClose={onClose}
      act={{
        text: t('signSheets.sheet.record', { count }),
        busyText: t('signSheets.sheet.recording'),
        busy: act.isPending,
        press,
      }}
    >
      <Consequence first={t('signSheets.sheet.recordText', { count, title: sheet.title })} />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

type Row = SheetView['people'][number];
const columns = (canTick: boolean, ticks: ReturnType<typeof useTicks>): Column<Row>[] => [
  {
    key: 'name',
    title: t('common.word.name'),
    cell: (row) => (
      <Check
        aria-label={t('signSheets.sheet.tick', { name: row.person.name })}
        checked={ticks.isOn(row)}
        disabled={!canTick || row.state === 'recorded' || row.state === 'done'}
        onChange={(event) => ticks.tick([row.person.id], event.target.checked)}
      >
        <NameCell {...row.person} />
      </Check>
    ),
  },
  {
    key: 'state',
    title: t('signSheets.sheets.standing'),
    cell: ({ state, by }) => t(`signSheets.sheet.state.${state}`, { name: by?.name ?? '' }),
  },
];
