// Everything of one municipality in Azure (docs/hosting.md). Deployed twice: first without an image, which makes the registry
// that the image is built into; then with it. No secret is a parameter, and none is an output.
targetScope = 'resourceGroup'

@description('Begins the name of every resource: letters and digits, unique in Azure.')
@minLength(5)
@maxLength(18)
param resourceBaseName string

param location string = resourceGroup().location

@description('The image with its registry and tag, or digest. Empty: everything but the program.')
param image string = ''

@description('Client id of the Entra app, which is also the id of the bot.')
param appId string

param tenantId string = subscription().tenantId

@description('Host of the SharePoint site, e.g. ishoj.sharepoint.com.')
param siteHost string

@description('Path of the SharePoint site, e.g. /sites/informationssikkerhed.')
param sitePath string

@description('Id of the app in the organisation’s Teams catalogue; empty until it is uploaded.')
param catalogAppId string = ''

@description('Id in the Teams manifest, where it is not the client id.')
param manifestId string = ''

param organisationName string

@description('Microsoft 365 licences of the tenant.')
@minValue(1)
param licences int = 1000

@description('redis: two instances that share a queue. embedded: one, which forgets promised presses at each new revision: for a trial.')
@allowed(['redis', 'embedded'])
param engine string = 'redis'

@description('The host of PUBLIC_URL where it is not the one that Container Apps gives. Needs its certificate.')
param customHost string = ''

@description('Resource id of the certificate of customHost in the environment of Container Apps.')
param certificateId string = ''

@description('Cores of each instance. Container Apps gives two Gi of memory a core.')
@allowed(['0.5', '1', '2'])
param cores string = '1'

@description('Who is written to when an alarm goes off; empty: nobody.')
param alertEmail string = ''

@description('Object id of the person or group that sets secrets in the vault; empty: nobody.')
param operatorId string = ''

var programName = '${resourceBaseName}-program'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${resourceBaseName}images'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

@description('AcrPull')
resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identity.id, 'AcrPull')
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    resourceBaseName: resourceBaseName
    location: location
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    readerId: identity.properties.principalId
    operatorId: operatorId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module queue 'modules/redis.bicep' = if (engine == 'redis') {
  name: 'queue'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    vaultName: vault.outputs.name
  }
}

resource apps 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: '${resourceBaseName}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    zoneRedundant: false
  }
}

resource appsLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: apps
  name: 'logs'
  properties: {
    workspaceId: monitoring.outputs.workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

var host = empty(customHost) ? '${programName}.${apps.properties.defaultDomain}' : customHost

module program 'modules/program.bicep' = if (!empty(image)) {
  name: 'program'
  dependsOn: [
    mayPull
    queue
  ]
  params: {
    name: programName
    location: location
    environmentId: apps.id
    identityId: identity.id
    image: image
    registryServer: registry.properties.loginServer
    vaultUri: vault.outputs.uri
    customHost: customHost
    certificateId: certificateId
    cores: cores
    engine: engine
    settings: {
      PUBLIC_URL: 'https://${host}'
      TENANT_ID: tenantId
      APP_ID: appId
      MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
      SITE_HOST: siteHost
      SITE_PATH: sitePath
      CATALOG_APP_ID: catalogAppId
      MANIFEST_ID: empty(manifestId) ? appId : manifestId
      ORGANISATION_NAME: organisationName
      LICENCES: string(licences)
      ENGINE: engine
    }
  }
}

module alarms 'modules/alarms.bicep' = if (!empty(image)) {
  name: 'alarms'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    alertEmail: alertEmail
    host: host
    programId: empty(image) ? '' : program!.outputs.id
    instances: empty(image) ? 0 : program!.outputs.instances
    memoryBytes: empty(image) ? 0 : program!.outputs.memoryBytes
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${resourceBaseName}-bot'
    appId: appId
    tenantId: tenantId
    host: host
  }
}

// What `setup`, the toolkit and the image need to know.
output APP_HOST string = host
output AZURE_CONTAINER_REGISTRY string = registry.name
output CONTAINER_APP_NAME string = programName
output MANAGED_IDENTITY_CLIENT_ID string = identity.properties.clientId
output KEY_VAULT_NAME string = vault.outputs.name

// The federated credential of the Entra app (docs/decisions/0038-packed-for-production.md).
output FEDERATED_CREDENTIAL_ISSUER string = '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
output FEDERATED_CREDENTIAL_SUBJECT string = identity.properties.principalId
output FEDERATED_CREDENTIAL_AUDIENCE string = 'api://AzureADTokenExchange'
