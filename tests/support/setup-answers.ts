import { managedIdentity, siteHost, sitePath, tenantId } from '../../teams-app/emulator/municipality.ts';

/** What an administrator of the desk's tenant answers `setup`. */
export const answers = {
  TENANT_ID: tenantId,
  PUBLIC_URL: 'https://isms.example.dk',
  SITE_HOST: siteHost,
  SITE_PATH: sitePath,
  SETUP_MANAGED_IDENTITY_OBJECT_ID: managedIdentity.principalId,
  SETUP_AZURE_SUBSCRIPTION: '22222222-2222-4222-8222-222222222222',
  SETUP_AZURE_RESOURCE_GROUP: 'sikkerhedshjulet',
};
