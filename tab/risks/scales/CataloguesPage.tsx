import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useSearchParams } from 'wouter';
import type { CatalogueSummary } from '../../../api/risks/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { ActFailed, NoAccess } from '../../shared/ui/Failed.tsx';
import { notifyAfter } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { CatalogueForm } from './CatalogueForm.tsx';
import { usedText } from './Matrix.tsx';
import styles from './Scales.module.css';

/** Threat catalogues that assessments start with. */
export function CataloguesPage() {
  const catalogues = useView('GET /api/risks/catalogues', {});
  const [search, setSearch] = useSearchParams();
  const edited = search.get('edit');
  return (
    <Viewed view={catalogues}>
      {({ catalogues: known, abilities }) => {
        if (edited === null) return <Catalogues catalogues={known} edit={abilities.edit} />;
        const catalogue = known.find(({ key }) => key === edited && edited !== 'new');
        if (!abilities.edit || catalogue?.source === 'shipped') return <NoAccess />;
        return (
          <Page
            title={
              catalogue ? t('common.word.changeOf', { title: catalogue.title }) : t('riskAssessment.catalogues.make')
            }
            back={{ to: '/risks/catalogues', page: t('riskAssessment.catalogues.backTo') }}
          >
            <CatalogueForm key={edited} catalogue={catalogue} onDone={() => setSearch({})} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const holds = (text: string, q: string) => text.toLocaleLowerCase().includes(q.toLocaleLowerCase());

function Catalogues({ catalogues, edit }: { catalogues: readonly CatalogueSummary[]; edit: boolean }) {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const found = catalogues
    .map((catalogue) => ({
      catalogue,
      threats: catalogue.threats.filter(
        ({ title, description }) => holds(title, q) || holds(description, q) || holds(catalogue.title, q),
      ),
    }))
    .filter(({ threats, catalogue }) => threats.length > 0 || holds(catalogue.title, q));
  const count = catalogues.reduce((sum, { threats, hidden }) => sum + (hidden ? 0 : threats.length), 0);
  return (
    <Page
      title={t('riskAssessment.catalogues.answer', { count, catalogues: catalogues.length })}
      above={t('risks.nav.catalogues')}
      lead={t('riskAssessment.catalogues.lead')}
      actions={
        edit && (
          <ButtonLink to="/risks/catalogues?edit=new" appearance="primary" icon={<AddRegular />}>
            {t('riskAssessment.catalogues.make')}
          </ButtonLink>
        )
      }
    >
      <RisksNav />
      <SearchField
        label={t('riskAssessment.catalogues.search')}
        value={q}
        onSearch={(text) => setSearch(text ? { q: text } : {}, { replace: true })}
      />
      <p role="status" className={found.length === 0 ? '' : 'hidden'}>
        {found.length === 0
          ? t('riskAssessment.catalogues.nothing', { text: q })
          : t('common.table.found', { count: found.reduce((sum, { threats }) => sum + threats.length, 0) })}
      </p>
      <div className={styles.scales}>
        {found.map(({ catalogue, threats }) => (
          <Catalogue key={catalogue.key} catalogue={catalogue} threats={threats} edit={edit} open={q !== ''} />
        ))}
      </div>
    </Page>
  );
}

function Catalogue(props: {
  catalogue: CatalogueSummary;
  threats: CatalogueSummary['threats'];
  edit: boolean;
  open: boolean;
}) {
  const { catalogue, threats, edit, open } = props;
  const { key, title, kind, source, hidden, usedBy } = catalogue;
  const act = useAct('PUT /api/risks/catalogues/:catalogueKey/hidden');
  const toggle = () =>
    notifyAfter(
      act.mutateAsync({ params: { catalogueKey: key }, body: { hidden: !hidden } }),
      t(hidden ? 'riskAssessment.catalogues.shown' : 'riskAssessment.catalogues.hid'),
    );
  const id = `catalogue-${key}`;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        <span>
          {hidden && <span className="tag">{t('riskAssessment.catalogues.hidden')}</span>}{' '}
          {source === 'own' && <span className="tag tag-strong">{t('riskAssessment.scales.own')}</span>}
        </span>
      </div>
      <p className="quiet">
        {t(`riskAssessment.catalogues.kind.${kind}`)} · {usedText(usedBy)}
      </p>
      <details className={styles.scaleDetails} key={String(open)} open={open}>
        <summary>{t('riskAssessment.about.threats', { count: threats.length })}</summary>
        <ul className={styles.threats}>
          {threats.map((threat) => (
            <li key={threat.key}>
              <p>
                <strong>{threat.title}</strong>
              </p>
              {threat.description && <p className="quiet">{threat.description}</p>}
            </li>
          ))}
        </ul>
      </details>
      {edit && (
        <div className="card-foot">
          {source === 'own' && (
            <ButtonLink
              to={`/risks/catalogues?edit=${encodeURIComponent(key)}`}
              label={t('common.word.changeOf', { title })}
            >
              {t('common.word.change')}
            </ButtonLink>
          )}
          <ActButton
            appearance="subtle"
            busy={act.isPending}
            busyText={t('common.word.saving')}
            label={t(hidden ? 'riskAssessment.catalogues.showOf' : 'riskAssessment.catalogues.hideOf', { title })}
            onClick={toggle}
          >
            {t(hidden ? 'riskAssessment.catalogues.show' : 'riskAssessment.catalogues.hide')}
          </ActButton>
        </div>
      )}
      <ActFailed error={act.error} />
    </section>
  );
}
