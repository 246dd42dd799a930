import { app, authentication, pages } from '@microsoft/teams-js';

/** A tab that shows what the host sent it, with the real teams-js. */
const say = (name: string, value: unknown) => {
  const line = document.createElement('p');
  line.dataset['fact'] = name;
  line.textContent = typeof value === 'string' ? value : JSON.stringify(value);
  document.querySelector(`[data-fact="${name}"]`)?.remove();
  document.body.append(line);
};
const button = (name: string, press: () => void) => {
  const element = document.createElement('button');
  element.textContent = name;
  element.addEventListener('click', press);
  document.body.append(element);
};

await app.initialize();
const context = await app.getContext();
say('user', context.user?.id);
say('tenant', context.user?.tenant?.id);
say('locale', context.app.locale);
say('theme', context.app.theme);
say('page', [context.page.id, context.page.subPageId ?? '']);
say('width', String(innerWidth));
app.registerOnThemeChangeHandler((theme) => say('theme', theme));
const token = await authentication.getAuthToken();
const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as {
  oid: string;
};
say('token', claims.oid);

button('navigate', () => {
  void pages.navigateToApp({ appId: context.app.appId?.toString() ?? '', pageId: 'policy', subPageId: 'policy/4.0' });
});
button('link', () => void app.openLink('https://teams.microsoft.com/l/chat/0/0?users=anne@ishoj.example'));
button('share', () => pages.shareDeepLink({ subPageId: 'policy/4.0', subPageLabel: 'Politik' }));
app.notifyAppLoaded();
await app.notifySuccess();
