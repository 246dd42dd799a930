import { Button, FluentProvider } from '@fluentui/react-components';
import { t } from '../texts/texts.ts';
import { fluentTheme } from '../teams/theme.ts';
import styles from './Outside.module.css';
import pageStyles from '../ui/Page.module.css';
import blankStyles from '../ui/Blank.module.css';

const address = () =>
  document.querySelector<HTMLMetaElement>('meta[name="open-in-teams"]')?.content || 'https://teams.microsoft.com/';

/** Shown instead of a blank page in an ordinary browser. */
export function OutsideTeams() {
  return (
    <FluentProvider theme={fluentTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default')}>
      <main className={styles.outside}>
        <h1 className={pageStyles.pageTitle} data-part="page-title">
          {t('outside.title')}
        </h1>
        <p>{t('outside.text')}</p>
        <div className={blankStyles.blankActions} data-part="blank-actions">
          <Button as="a" appearance="primary" href={address()}>
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
