/** Microsoft Graph as a resource of the tenant. Its ids of permissions are the same in every tenant. */
export const graphServicePrincipal = {
  id: 'f1a0c6d2-0d5b-4f0e-8c55-0b7c3b5ae030',
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
  accountEnabled: true,
};

/** Names of application permissions, by id. */
export const appRoleNames: ReadonlyMap<string, string> = new Map([
  ['883ea226-0bf2-4a8f-9f9d-92c9162a727d', 'Sites.Selected'],
  ['df021288-bdef-4463-88db-98f22de89214', 'User.Read.All'],
  ['98830695-27a2-44f7-8c18-0c3ebc9698f6', 'GroupMember.Read.All'],
  ['908de74d-f8b2-4d6b-a9ed-2a17b3b78179', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  ['e12dae10-5a57-4817-b79d-dfbec5348930', 'AppCatalog.Read.All'],
  ['a82116e5-55eb-4c41-a434-62fe8a61c773', 'Sites.FullControl.All'],
]);
