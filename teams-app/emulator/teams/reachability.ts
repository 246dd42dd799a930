import type { Directory, DirectoryUser } from '../graph/store/directory-types.ts';
import type { ConnectorErrorCode } from './connector-errors.ts';

/** Why Teams does not let the bot write to this person; `undefined` when it does. */
export function reachability(directory: Directory, user: DirectoryUser): ConnectorErrorCode | undefined {
  if (!user.accountEnabled || !user.teamsLicence) return 'ConversationNotFound';
  if (!directory.isInstalled(user.id)) return 'BotNotInConversationRoster';
  return user.botBlocked ? 'ConversationBlockedByUser' : undefined;
}
