/**
 * The app's own link in Teams, `https://teams.microsoft.com/l/entity/<app id>/home`: the server writes it in the page.
 */
export const appLink = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="open-in-teams"]')?.content || 'https://teams.microsoft.com/';

/** The reader's chat with the app: `conversations` is what Teams calls it. */
export const appChatLink = (): string => new URL('conversations', appLink()).href;
