import { Button, Field, Input } from '@fluentui/react-components';
import type { SheetBody } from '../../api/sign-sheets/contract.ts';
import { useSearchParams } from 'wouter';
import { t, textOf } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { useCandidates, useNewSheet, type Candidates } from './useNewSheet.ts';
import { Check } from '../shared/ui/Check.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { limited } from '../shared/ui/limited.ts';
import styles from './SignSheets.module.css';

/**
 * A new sheet; what it is about is chosen on the page of sheets, and without that the reader is shown the way there.
 */
export function NewSheetPage() {
  const [search] = useSearchParams();
  if (search.get('subject')) return <CandidatesOf />;
  const back = { to: '/sign-sheets', page: t('signSheets.sheet.backTo') };
  return (
    <Page title={t('signSheets.make.title')} above={t('signSheets.title')} back={back}>
      <Blank
        title={t('signSheets.make.noSubject.title')}
        text={t('signSheets.make.noSubject.text')}
        actions={<ButtonLink to={back.to}>{t('signSheets.make.noSubject.choose')}</ButtonLink>}
      />
    </Page>
  );
}

/** People on a sheet: those without Teams, by default. */
function CandidatesOf() {
  const { view, centreId, chooseCentre, ...about } = useCandidates();
  return (
    <Viewed view={view}>
      {(candidates) => (
        <Page
          title={t('signSheets.make.title')}
          above={t('signSheets.title')}
          back={{ to: '/sign-sheets', page: t('signSheets.sheet.backTo') }}
        >
          {candidates.centres.length > 1 && (
            <div className={styles.sheetFields}>
              <Narrow
                labelled
                label={t('common.word.centre')}
                all={t('common.word.allCentres')}
                value={centreId}
                options={candidates.centres.map(({ id, title }) => ({ value: id, text: title }))}
                onChange={chooseCentre}
              />
            </div>
          )}
          {candidates.people.length === 0 ? (
            <Blank title={t('signSheets.make.empty.title')} text={t('signSheets.make.empty.text')} />
          ) : (
            <NewSheet key={centreId} about={about} candidates={candidates} />
          )}
          <AsOf freshness={candidates.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function NewSheet(props: { about: Pick<SheetBody, 'kind' | 'subjectKey'>; candidates: Candidates }) {
  const { about, candidates } = props;
  const sheet = useNewSheet({ kind: about.kind, subjectKey: about.subjectKey }, candidates);
  return (
    <section className="card">
      <div className={styles.sheetFields}>
        <Choices
          label={t('signSheets.make.way')}
          options={(['meeting', 'letter'] as const).map((value) => ({ value, text: t(`signSheets.make.${value}`) }))}
          value={sheet.way}
          onChange={sheet.setWay}
        />
        <Field label={t('signSheets.make.heldOn')}>
          <Input type="date" value={sheet.heldOn} onChange={(_, data) => sheet.setHeldOn(data.value)} />
        </Field>
        <Field label={t('signSheets.make.place')}>
          <Input value={sheet.place} {...limited(200)} onChange={(_, data) => sheet.setPlace(data.value)} />
        </Field>
      </div>
      <div className={styles.sheetFields}>
        <span role="status">{t('signSheets.make.chosen', { count: sheet.count })}</span>
        <Button size="small" onClick={sheet.chooseUnreached}>
          {t('signSheets.make.all')}
        </Button>
        <Button size="small" onClick={sheet.chooseNone}>
          {t('signSheets.make.none')}
        </Button>
      </div>
      <DataTable
        caption={t('signSheets.make.caption')}
        columns={columns(sheet)}
        rows={candidates.people}
        rowKey={({ id }) => id}
      />
      {sheet.isTooMany && <p role="alert">{t('signSheets.make.tooMany', { most: candidates.most })}</p>}
      {sheet.count === 0 && <p role="status">{t('signSheets.make.nobody')}</p>}
      <ActFailed error={sheet.error} />
      {sheet.count > 0 && !sheet.isTooMany && (
        <ActButton
          appearance="primary"
          busy={sheet.busy}
          busyText={t('signSheets.make.creating')}
          onClick={sheet.create}
        >
          {t('signSheets.make.create')}
        </ActButton>
      )}
    </section>
  );
}

type Person = Candidates['people'][number];
const reasonText = ({ reason }: Person): string =>
  reason === undefined
    ? t('signSheets.make.reached')
    : (textOf(`deliveries.reason.${reason}`) ?? t('deliveries.reason.other'));

const columns = (sheet: ReturnType<typeof useNewSheet>): Column<Person>[] => [
  {
    key: 'name',
    title: t('common.word.name'),
    cell: (person) => (
      <Check
        aria-label={t('signSheets.make.choose', { name: person.name })}
        checked={sheet.chosen.has(person.id)}
        onChange={(event) => sheet.choose(person.id, event.target.checked)}
      >
        <NameCell {...person} />
      </Check>
    ),
  },
  { key: 'centre', title: t('common.word.centre'), cell: ({ centre }) => centre ?? t('common.noCentre') },
  { key: 'reason', title: t('signSheets.make.reason'), cell: reasonText },
];
