import { Link } from 'wouter';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ControlTag } from './ControlTag.tsx';
import { controlPath, standardPath } from './paths.ts';
import { StandardsNav } from './StandardsNav.tsx';
import styles from './Standards.module.css';

type Group = ApiAnswer<'GET /api/requirements-twice'>['twice'][number];

/** Duplicate work on requirements: controls that could be one, and what they share. */
export function TwicePage() {
  const view = useView('GET /api/requirements-twice', {});
  return (
    <Viewed view={view}>
      {({ twice, freshness }) => (
        <Page
          title={
            twice.length === 0 ? t('standards.twice.answerNone') : t('standards.twice.answer', { count: twice.length })
          }
          above={t('common.nav.standards')}
          lead={t('standards.twice.lead')}
        >
          <StandardsNav />
          {twice.length === 0 && (
            <Blank title={t('standards.twice.answerNone')} text={t('standards.twice.emptyText')} />
          )}
          {twice.map((group) => (
            <Together key={group.controls.map(({ key }) => key).join(' ')} group={group} />
          ))}
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const Together = ({ group: { requirements, controls } }: { group: Group }) => (
  <section className={`card ${styles.twice}`}>
    <div>
      <h2 className="section-title">{t('standards.twice.group', { count: requirements.length })}</h2>
      <ul>
        {requirements.map(({ key, standard, standardKey, ref, title }) => (
          <li key={key}>
            <Link href={standardPath(standardKey)}>
              {standard} {ref}
            </Link>{' '}
            {title}
          </li>
        ))}
      </ul>
    </div>
    <div>
      <h3 className="card-title">{t('standards.twice.controls')}</h3>
      <ul className={styles.requirementControls}>
        {controls.map((control) => (
          <li key={control.key}>
            <Link href={controlPath(control.key)}>{control.title}</Link> <ControlTag control={control} />
            <p className="quiet">
              {t('standards.twice.who', {
                owner: control.owner?.name ?? t('common.word.noOwner'),
                centre: control.centre ?? t('common.word.wholeMunicipality'),
              })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  </section>
);
