import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { ProceduresView } from '../../api/procedures/contract.ts';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { MyProcedures } from './MyProcedures.tsx';
import { NoProcedures, ProcedureList } from './ProcedureList.tsx';
import { useLibrary } from './useLibrary.ts';
import { useProcedureChoice, useProcedures, useToRead } from './useProcedures.ts';
import styles from './Procedures.module.css';

/** Procedurer og retningslinjer: what applies, my tasks, and a searchable list. */
export function ProceduresPage() {
  const list = useProcedureChoice();
  // Everything, regardless of filters.
  const library = useLibrary();
  const procedures = useProcedures(list);
  const toRead = useToRead();
  return (
    <Viewed view={library}>
      {(view) => (
        <Page title={answer(view, toRead.length)} lead={t('procedures.list.lead')} actions={<Actions view={view} />}>
          <PolicyNav />
          {toRead.length > 0 && <ToRead obligations={toRead} />}
          {(view.abilities.makeProcedure || view.abilities.makeGuideline) && <MyProcedures />}
          {view.total === 0 ? (
            <NoProcedures view={view} />
          ) : (
            <ProcedureList all={view} procedures={procedures} list={list} />
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answer({ counts, abilities }: ProceduresView, waiting: number): string {
  const { procedures, guidelines } = counts;
  if (procedures + guidelines === 0) return t('procedures.title');
  const parts = [
    procedures > 0 && t('procedures.list.count.procedures', { count: procedures }),
    guidelines > 0 && t('procedures.list.count.guidelines', { count: guidelines }),
  ].filter((part) => part !== false);
  const what = parts.join(` ${t('common.and')} `);
  const first = abilities.seeCoverage ? what : t('procedures.list.forYou', { what });
  return waiting === 0 ? first : `${first}, ${t('procedures.list.waiting', { count: waiting })}`;
}

function Actions({ view: { abilities } }: { view: ProceduresView }) {
  return (
    <>
      {abilities.editAreas && <ButtonLink to="/procedures/areas">{t('procedures.list.areas')}</ButtonLink>}
      {abilities.makeGuideline && (
        <ButtonLink to="/procedures/new?kind=guideline" icon={<AddRegular />}>
          {t('procedures.new.guideline')}
        </ButtonLink>
      )}
      {abilities.makeProcedure && (
        <ButtonLink to="/procedures/new" appearance="primary" icon={<AddRegular />}>
          {t('procedures.new.procedure')}
        </ButtonLink>
      )}
    </>
  );
}

/** Versions the reader must acknowledge, first of all. */
function ToRead({ obligations }: { obligations: ReturnType<typeof useToRead> }) {
  return (
    <section className="section" aria-labelledby="to-read">
      <h2 className="section-title" id="to-read">
        {t('procedures.list.read')}
      </h2>
      <ul className={styles.procedureRows}>
        {obligations.map(({ key, title, due, daysLeft, path }) => (
          <li key={key} className={styles.procedureRow}>
            <div className={styles.procedureRowText}>
              <p className={styles.procedureName}>{title}</p>
              <p className="quiet">
                {daysLeft < 0 ? asDue(daysLeft, due) : t('procedures.list.by', { due: asDue(daysLeft, due) })}
              </p>
            </div>
            <ButtonLink to={path} appearance="primary" label={`${t('procedures.list.read')}: ${title}`}>
              {t('procedures.list.read')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
