// For the Azure CLI: reads the same names as env/.env.<environment> from the environment (docs/hosting.md).
using 'azure.bicep'

param resourceBaseName = 'isms${readEnvironmentVariable('RESOURCE_SUFFIX')}'
param image = readEnvironmentVariable('PROGRAM_IMAGE', '')
param appId = readEnvironmentVariable('APP_ID')
param siteHost = readEnvironmentVariable('SITE_HOST')
param sitePath = readEnvironmentVariable('SITE_PATH')
param catalogAppId = readEnvironmentVariable('CATALOG_APP_ID', '')
param manifestId = readEnvironmentVariable('TEAMS_APP_ID', '')
param organisationName = readEnvironmentVariable('ORGANISATION_NAME')
param engine = readEnvironmentVariable('ENGINE', 'redis')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
