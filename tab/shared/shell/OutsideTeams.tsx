import { Button, FluentProvider } from '@fluentui/react-components';
import { t } from '../texts/texts.ts';
import { appLink } from '../teams/app-link.ts';
import { fluentTheme, systemTheme } from '../teams/theme.ts';
import styles from './Outside.module.css';
import pageStyles from '../ui/Page.module.css';
import blankStyles from '../ui/Blank.module.css';

/** Shown instead of a blank page in an ordinary browser. */
export function OutsideTeams() {
  return (
    <FluentProvider theme={fluentTheme(systemTheme())}>
      <main className={styles.outside}>
        <h1 className={pageStyles.pageTitle} data-part="page-title">
          {t('outside.title')}
        </h1>
        <p>{t('outside.text')}</p>
        <div className={blankStyles.blankActions} data-part="blank-actions">
          <Button as="a" appearance="primary" href={appLink()}>
            {t('outside.open')}
          </Button>
          <Button appearance="subtle" onClick={() => location.reload()}>
            {t('outside.retry')}
          </Button>
        </div>
      </main>
    </FluentProvider>
  );
}
