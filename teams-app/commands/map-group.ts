import {
  assignableRoles,
  isCentreRole,
  stableKey,
  type AssignableRole,
  type CentreId,
} from '../../api/kernel/index.ts';
import { membersOf } from '../../api/directory/index.ts';
import { Centres, RoleGroups } from '../../api/organisation/index.ts';
import { failedAs, type Graph } from '../../api/sharepoint/index.ts';
import { CommandError, type Command } from './command.ts';
import { inTrail } from './reading-context.ts';

/** Gives a role to an Entra group: how a tenant gets its first CISO. */
export const mapGroup: Command = {
  usage: 'map-group GROUP-ID ROLE [CENTRE]',
  describe: `gives a role to the members of an Entra group (${assignableRoles.join(', ')})`,
  talks: true,
  async run({ args, print, config: load }) {
    const [groupId, given, centreTitle, ...more] = args;
    if (more.length > 0)
      throw new CommandError(`${more.join(' ')} means nothing here: write a centre of several words in quotes.`);
    const role = assignableRoles.find((one) => one === given);
    if (groupId === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(groupId))
      throw new CommandError('Give the object id of the group, as Entra shows it.');
    if (!role) throw new CommandError(`Give one of the roles: ${assignableRoles.join(', ')}.`);
    if (isCentreRole(role) !== (centreTitle !== undefined))
      throw new CommandError(isCentreRole(role) ? `Name the centre for ${role}.` : `${role} belongs to no centre.`);
    const config = await load();
    return inTrail(config, 'map-group', async ({ context, graph }) => {
      const centre = context
        .list(Centres)
        .all()
        .find(({ title, key }) => title === centreTitle || key === centreTitle);
      if (centreTitle !== undefined && !centre) throw new CommandError(`There is no centre called ${centreTitle}.`);
      const members = await membersIn(graph, groupId);
      const { existed } = await context.list(RoleGroups).create(record(groupId, role, centre?.key));
      if (members === 0) print('LOOK: the group has no members, so nobody has the role from it yet.');
      print(existed ? 'The group has the role already.' : 'The members have the role from the next sync on.');
      return 0;
    });
  },
};

/** How many there are. A group that nobody has, or that is closed to the app, would give the role to nobody. */
async function membersIn(graph: Graph, groupId: string): Promise<number> {
  try {
    return (await membersOf(graph, groupId)).length;
  } catch (failure) {
    if (failedAs(failure, 'itemGone'))
      throw new CommandError(`Entra has no group ${groupId}. Give its Object ID, as the group’s overview shows it.`);
    throw failure;
  }
}

const record = (groupId: string, role: AssignableRole, centreKey: string | undefined) => ({
  key: stableKey('group', groupId, role, ...(centreKey === undefined ? [] : [centreKey])),
  title: role,
  groupId: groupId.toLowerCase(),
  role,
  ...(centreKey === undefined ? {} : { centreId: centreKey as CentreId }),
});
