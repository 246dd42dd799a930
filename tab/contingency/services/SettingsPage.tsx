import { useView } from '../../shared/api/queries.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../../risks/parts/LevelTag.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { asHours } from '../shared/hours.ts';
import { SettingsForm } from './SettingsForm.tsx';
import type { Settings } from './useSettingsForm.ts';
import { levelOf, said } from './words.ts';
import styles from './Services.module.css';

/** Impact settings: points, levels, and the definition of vital. */
export function SettingsPage() {
  const settings = useView('GET /api/continuity-settings', {});
  return (
    <Viewed view={settings}>
      {(view) => (
        <Page title={t('criticalServices.settings.title')} lead={t('criticalServices.settings.lead')}>
          <ContingencyNav />
          {view.abilities.edit ? (
            <SettingsForm settings={view.settings} etag={view.etag} />
          ) : (
            <Read settings={view.settings} />
          )}
          <p className="quiet">
            {view.changedAt && view.changedBy
              ? t('criticalServices.one.changed', { moment: asMoment(view.changedAt), name: view.changedBy.name })
              : t('criticalServices.settings.shipped')}
          </p>
        </Page>
      )}
    </Viewed>
  );
}

const Read = ({ settings }: { settings: Settings }) => (
  <section className="card" aria-label={t('criticalServices.settings.levels')}>
    <p>{t('criticalServices.settings.pointsAre', { points: settings.points.map(asHours).join(', ') })}</p>
    <ul className={styles.serviceNeeded}>
      {settings.levels.map(({ meaning }, level) => (
        <li key={level}>
          <LevelTag level={levelOf(settings, level)} />
          <p className="quiet">{said(meaning)}</p>
        </li>
      ))}
    </ul>
    <p>
      {t('criticalServices.settings.limitIs', {
        level: levelOf(settings, settings.unacceptableFrom).word,
        time: asHours(settings.vitalWithin),
      })}
    </p>
  </section>
);
