export { deepLink, deepLinkLimit } from '../../api/deep-link.ts';

/** Opens the chat with a person. */
export const chatLink = (upn: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(upn)}`;
