import { asAppError, type PersonId } from '../kernel/index.ts';
import { failedAs, type Graph } from '../sharepoint/index.ts';
import type { DirectoryContext } from './sync-people.ts';

/** Ids of groups that could not be read, by what they are for. */
export interface UnreadGroups {
  role: readonly string[];
  course: readonly string[];
}

export type GroupMembers = ReadonlyMap<string, ReadonlySet<PersonId>>;

/** All users in a group, including nested groups. Needs `GroupMember.Read.All`. Throws what Graph does. */
export async function membersOf(graph: Graph, groupId: string): Promise<PersonId[]> {
  const members: PersonId[] = [];
  const address = `/groups/${encodeURIComponent(groupId)}/transitiveMembers?$select=id&$top=999`;
  for await (const page of graph.pages(address, { lane: 'background' })) {
    for (const member of page.value) {
      const id = userId(member);
      if (id !== undefined) members.push(id);
    }
  }
  return members;
}

function userId(member: unknown): PersonId | undefined {
  if (typeof member !== 'object' || member === null || !('id' in member) || typeof member.id !== 'string')
    return undefined;
  const type = '@odata.type' in member ? member['@odata.type'] : undefined;
  return type === undefined || type === '#microsoft.graph.user' ? (member.id as PersonId) : undefined;
}

/**
 * The members of the named groups. A group that cannot be read retains its known members, so that obligations neither
 * appear nor disappear, is logged, and is added to `unread`. Unchanged members keep their set object, for derivations.
 * When the directory does not answer the error is thrown, and nothing changes.
 */
export async function readGroupMembers(
  context: DirectoryContext,
  graph: Graph,
  groupIds: readonly string[],
  known: GroupMembers,
  unread: string[],
): Promise<GroupMembers> {
  const found = new Map<string, ReadonlySet<PersonId>>();
  for (const groupId of groupIds) {
    const before = known.get(groupId);
    const now = await readOne(context, graph, groupId);
    if (!now) unread.push(groupId);
    const members = now && before && sameMembers(before, now) ? before : (now ?? before);
    if (members) found.set(groupId, members);
  }
  return found;
}

async function readOne(
  context: DirectoryContext,
  graph: Graph,
  groupId: string,
): Promise<ReadonlySet<PersonId> | undefined> {
  try {
    return new Set(await membersOf(graph, groupId));
  } catch (failure) {
    if (!failedAs(failure, 'itemGone', 'refused')) throw failure;
    context.log.warn({ groupId, code: asAppError(failure).code }, 'a group that a course round names cannot be read');
    return undefined;
  }
}

const sameMembers = (one: ReadonlySet<PersonId>, other: ReadonlySet<PersonId>): boolean =>
  one.size === other.size && [...one].every((member) => other.has(member));
