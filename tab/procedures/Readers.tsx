import type { ProcedureView } from '../../api/procedures/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asMoment, asNumber, t, textOf } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';

const pageSize = 20;
type ReaderRow = ApiAnswer<'GET /api/procedures/:procedureKey/people'>['people'][number];

/** People with and without a receipt of the version in force, with delivery. */
export function Readers({ procedure }: { procedure: ProcedureView }) {
  const { valueOf, offset, choose } = useAddress<'show' | 'q'>();
  const show = valueOf('show') === 'done' ? 'done' : 'missing';
  const q = valueOf('q') ?? '';
  const people = useView(
    'GET /api/procedures/:procedureKey/people',
    { params: { procedureKey: procedure.key }, query: { show, q, offset, limit: pageSize } },
    { keepPrevious: true },
  );
  const { own, ...everybody } = procedure.audience;
  const { people: all, acknowledged = 0 } = own ?? everybody;
  const whose = whoseOf(procedure);
  return (
    <section className="section" aria-labelledby="readers">
      <h2 className="section-title" id="readers">
        {t(`procedures.people.${whose}.title`, { done: asNumber(acknowledged), people: asNumber(all) })}
      </h2>
      <div className="filters">
        <Choices
          label={t('common.word.show')}
          value={show}
          onChange={(chosen) => choose({ show: chosen })}
          options={[
            { value: 'missing', text: t('procedures.people.missing') },
            { value: 'done', text: t('procedures.people.done') },
          ]}
        />
        <SearchField value={q} onSearch={(text) => choose({ q: text })} />
      </div>
      <Viewed part view={people} skeleton={<Skeleton rows={4} />}>
        {(view) =>
          view.total === 0 ? (
            <Nobody show={show} whose={whose} searched={q !== ''} />
          ) : (
            <>
              <DataTable
                caption={t(`procedures.people.${show}`)}
                columns={columns(show)}
                rows={view.people}
                rowKey={({ id }) => id}
                busy={people.isPlaceholderData}
              />
              <Pages
                offset={offset}
                limit={pageSize}
                total={view.total}
                onMove={(to) => choose({ offset: String(to) })}
              />
            </>
          )
        }
      </Viewed>
    </section>
  );
}

/** Whose people the list has: of a guideline, a centre's role sees its own. */
type Whose = 'everybody' | 'ownCentre' | 'ownCentres';
function whoseOf({ audience: { own } }: ProcedureView): Whose {
  if (!own) return 'everybody';
  return own.centres === 1 ? 'ownCentre' : 'ownCentres';
}

function Nobody({ show, whose, searched }: { show: 'missing' | 'done'; whose: Whose; searched: boolean }) {
  if (searched) return <Blank title={t('common.table.nothing')} text={t('common.table.nothingText')} />;
  return show === 'missing' ? (
    <Blank
      title={t(`procedures.people.${whose}.nobodyMissing`)}
      text={t(`procedures.people.${whose}.nobodyMissingText`)}
    />
  ) : (
    <Blank title={t(`procedures.people.${whose}.nobodyDone`)} text={t('procedures.people.nobodyDoneText')} />
  );
}

function columns(show: 'missing' | 'done'): Column<ReaderRow>[] {
  const name: Column<ReaderRow> = {
    key: 'name',
    title: t('common.word.name'),
    cell: (person) => <NameCell name={person.name} jobTitle={person.jobTitle} />,
  };
  const centre: Column<ReaderRow> = {
    key: 'centre',
    title: t('common.word.centre'),
    cell: (person) => person.centre ?? t('common.noCentre'),
  };
  if (show === 'done')
    return [name, centre, { key: 'at', title: t('procedures.people.at'), short: true, cell: givenText }];
  return [
    name,
    centre,
    { key: 'due', title: t('common.word.due'), short: true, cell: ({ due }) => (due ? asDate(due) : '') },
    {
      key: 'delivery',
      title: t('procedures.people.delivery'),
      cell: ({ delivery }) => textOf(`deliveries.state.${delivery}`) ?? '',
    },
  ];
}

/** When it was given, and on paper also by whom recorded. */
const givenText = ({
  at,
  recordedBy,
}: {
  at?: string | undefined;
  recordedBy?: { name: string } | undefined;
}): string => {
  if (at === undefined) return '';
  return recordedBy ? t('procedures.people.onPaper', { moment: asMoment(at), name: recordedBy.name }) : asMoment(at);
};
