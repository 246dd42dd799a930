import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { tellLoaded, tellUsable, themeStore } from '../teams/host.ts';
import { fluentTheme } from '../teams/theme.ts';
import { t } from '../texts/texts.ts';
import styles from './Outside.module.css';
import pageStyles from '../ui/Page.module.css';

/** Shown instead of the tab in a client whose browser is too old for it (docs/hosting.md). */
export function TooOld() {
  useEffect(() => {
    tellLoaded();
    tellUsable();
  }, []);
  return (
    <FluentProvider theme={fluentTheme(themeStore.current())}>
      <main className={styles.outside}>
        <h1 className={pageStyles.pageTitle} data-part="page-title">
          {t('outside.tooOld.title')}
        </h1>
        <p>{t('outside.tooOld.text')}</p>
      </main>
    </FluentProvider>
  );
}
