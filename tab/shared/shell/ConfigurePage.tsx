import { FluentProvider } from '@fluentui/react-components';
import { pages } from '@microsoft/teams-js';
import { useEffect, useState } from 'react';
import { t } from '../texts/texts.ts';
import { tellLoaded, tellUsable } from '../teams/host.ts';
import { fluentTheme, themeNameOf } from '../teams/theme.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './Outside.module.css';
import pageStyles from '../ui/Page.module.css';

const choices = [
  { path: '/', text: 'common.nav.home' },
  { path: '/policy', text: 'common.nav.policy' },
  { path: '/organisation', text: 'common.nav.organisation' },
] as const;

/** The page Teams shows while the tab is added to a channel or group: selects its start page. */
export function ConfigurePage({ address }: { address: string }) {
  const [path, setPath] = useState<string>(choices[0].path);
  useEffect(() => {
    tellLoaded();
    tellUsable();
  }, []);
  useEffect(() => {
    pages.config.registerOnSaveHandler((save) => {
      const url = `${address}${path === '/' ? '/' : path}`;
      pages.config
        .setConfig({
          suggestedDisplayName: t('outside.configure.tabName'),
          entityId: path === '/' ? 'home' : path.slice(1),
          contentUrl: url,
          websiteUrl: url,
        })
        .then(
          () => save.notifySuccess(),
          () => save.notifyFailure(),
        );
    });
    pages.config.setValidityState(true);
  }, [address, path]);
  return (
    <FluentProvider theme={fluentTheme(themeNameOf(undefined))}>
      <main className={styles.outside}>
        <h1 className={pageStyles.pageTitle} data-part="page-title">
          {t('outside.configure.title')}
        </h1>
        <fieldset className="choices">
          <legend>{t('outside.configure.text')}</legend>
          {choices.map((choice) => (
            <Choice
              key={choice.path}
              name="page"
              checked={path === choice.path}
              onChange={() => setPath(choice.path)}
              title={t(choice.text)}
            />
          ))}
        </fieldset>
      </main>
    </FluentProvider>
  );
}
