import type { Directory, DirectoryUser } from '../graph/store/directory-types.ts';
import type { ConnectorFaults } from '../fault-settings.ts';
import type { ConnectorErrorCode } from './connector-errors.ts';

/** Why Teams does not let the bot write to this person; `undefined` when it does. */
export function reachability(
  directory: Directory,
  user: DirectoryUser,
  uninstalled: ConnectorFaults['uninstalled'],
): ConnectorErrorCode | 'MessageWritesBlocked' | undefined {
  if (!user.accountEnabled || !user.teamsLicence) return 'ConversationNotFound';
  if (!directory.isInstalled(user.id)) return uninstalled === 'delivered' ? undefined : uninstalled;
  return user.botBlocked ? 'ConversationBlockedByUser' : undefined;
}
